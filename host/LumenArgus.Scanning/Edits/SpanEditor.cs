using System.Buffers;
using System.Text.Encodings.Web;
using System.Text;
using System.Text.Json;
using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Fields;

namespace LumenArgus.Scanning.Edits;

/// <summary>Replaces ranges of a body. All else stays byte for byte; nothing is serialised again.</summary>
public static class SpanEditor
{
    /// <summary>Applies all edits or none.</summary>
    /// <param name="document">The body.</param>
    /// <param name="edits">The edits, in any order.</param>
    /// <returns>The new body or the first refusal.</returns>
    public static SpanEditResult Apply(BodyDocument document, IReadOnlyList<SpanEdit> edits)
    {
        var ordered = edits.OrderBy(e => e.Span.Start).ThenBy(e => e.Span.Length).ToArray();
        var body = document.Body.Span;
        var output = new ArrayBufferWriter<byte>(Math.Max(1, body.Length));
        var position = 0;
        for (var i = 0; i < ordered.Length; i++)
        {
            var (span, replacement) = ordered[i];
            if (i > 0 && span.Start < ordered[i - 1].Span.End)
            {
                return Refuse(EditRefusal.Overlapping, span);
            }

            if (Check(document, span, out var field) is { } refusal)
            {
                return Refuse(refusal, span);
            }

            output.Write(body[position..span.Start]);
            output.Write(Encode(replacement, in document.Table.Fields[field]));
            position = span.End;
        }

        output.Write(body[position..]);
        return new SpanEditResult(output.WrittenSpan.ToArray(), null, null);
    }

    private static EditRefusal? Check(BodyDocument document, ByteSpan span, out int field)
    {
        field = -1;
        if (span.Start < 0 || span.Length < 1 || (long)span.Start + span.Length > document.Body.Length || document.FieldAt(span) is not { } found)
        {
            return EditRefusal.OutsideString;
        }

        field = found;
        return document.IsImmutable(span) ? EditRefusal.Immutable
            : document.Table.Fields[field].Kind != FieldKind.Text && !document.IsOnEscapeBorders(field, span) ? EditRefusal.InsideEscape
            : null;
    }

    // A long number becomes a string: a mask is not a number, and the body must stay JSON.
    private static byte[] Encode(string replacement, in FieldEntry field) => field switch
    {
        { Kind: FieldKind.Text } or { Escapes: FieldEscapes.None } => Encoding.UTF8.GetBytes(replacement),
        { Escapes: FieldEscapes.Form } => Encoding.UTF8.GetBytes(Uri.EscapeDataString(replacement)),
        { Kind: FieldKind.Number } => [(byte)'"', .. Escape(replacement), (byte)'"'],
        _ => Escape(replacement),
    };

    private static byte[] Escape(string text) => JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes.ToArray();

    private static SpanEditResult Refuse(EditRefusal refusal, ByteSpan span) =>
        new(null, refusal, $"edit of bytes {span.Start} to {span.End}: {refusal switch
        {
            EditRefusal.OutsideString => "not inside one string",
            EditRefusal.InsideEscape => "cuts an escape or a character in two",
            EditRefusal.Immutable => "in a block that must not change",
            _ => "shares a byte with another edit",
        }}");
}
