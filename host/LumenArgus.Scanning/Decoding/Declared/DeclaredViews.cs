using System.Text;
using LumenArgus.Scanning.Decoding.Base64Text;
using LumenArgus.Scanning.Decoding.Characters;
using LumenArgus.Scanning.Fields;
using LumenArgus.Scanning.Fields.Forms;

namespace LumenArgus.Scanning.Decoding.Declared;

/// <summary>
/// Views of what the body itself says is encoded: the values of a form, parts with a transfer encoding or a content coding, a file that is the whole body. Nothing has to be guessed there, so nothing is
/// too short; and it is how the body is written, so it does not count as depth. Each view that was written goes to <paramref name="commit"/>.
/// </summary>
internal sealed class DeclaredViews(
    BodyDocument document, DecodeOptions options, ViewWriter writer, StretchWriter stretches, Base64Decoder base64, DecodeBudget budget, IPartUnpacker? unpacker,
    Action<TextEncodings> commit)
{
    private const string Limit = "the limit for all content of a body is reached";

    // Several whole pieces of the writer's own size.
    private const int Block = 1 << 16;

    private readonly FieldTable _table = document.Table;

    /// <summary>Whether a body is neither JSON nor a form: a file, perhaps one that is packed.</summary>
    public static bool IsOneFile(BodyDocument document) => document.Count > 0 && document.Table.Fields[0] is { Kind: FieldKind.Text, RawStart: 0 };

    /// <summary>Writes the views of a field.</summary>
    /// <param name="field">The field.</param>
    /// <param name="text">Its text.</param>
    /// <returns>The encodings that need not be looked for in the field any more.</returns>
    public TextEncodings Write(int field, ReadOnlySpan<byte> text)
    {
        ref readonly var entry = ref _table.Fields[field];
        if (entry.Escapes == FieldEscapes.Form)
        {
            return options.Url && text.ContainsAny((byte)'%', (byte)'+') ? WriteCharacters(field, text, default(FormUnits)) : TextEncodings.None;
        }

        if (field == 0 && IsOneFile(document))
        {
            // Codings of the whole have been undone, or reported.
            WriteUnpacked(field, codings: "");
            return TextEncodings.None;
        }

        if (entry.Kind != FieldKind.Value || entry.Escapes != FieldEscapes.None)
        {
            return TextEncodings.None;
        }

        var part = document.PartOf(field);
        if (part is { Transfer: TransferEncoding.Base64 } && options.Base64 && TryRun(text, out var run))
        {
            base64.Decode(run with { Source = field }, text, commit);
            return TextEncodings.Base64;
        }

        if (part is { Transfer: TransferEncoding.QuotedPrintable } && options.Url)
        {
            return WriteCharacters(field, text, default(QuotedPrintableUnits));
        }

        WriteUnpacked(field, part is { Coding: { Length: > 0 } span } ? Encoding.Latin1.GetString(_table.Body.Span.Slice(span.Start, span.Length)) : null);
        return TextEncodings.None;
    }

    // All of the part must be lines of base64, and nothing but blank lines behind them; else the header lies, and it is read as any other text.
    private bool TryRun(ReadOnlySpan<byte> text, out EncodedRun run)
    {
        run = default;
        var end = 0;
        for (var next = 0; end == 0 || next > end; next = Base64Units.AfterBreak(text, end))
        {
            end = Base64Units.EndOfLine(text, next);
        }

        if (end == 0 || text[Base64Units.AfterPadding(text, end)..].ContainsAnyExcept(" \t\r\n"u8))
        {
            return false;
        }

        var room = budget.RoomForPiece(0);
        var limit = (int)Math.Min(end, room * 4L / 3);
        if (limit < end)
        {
            budget.Miss(end - limit, Limit);
        }

        run = new EncodedRun(Source: 0, Start: 0, limit, ContextStart: 0, HasLines: text[..limit].Contains((byte)'\n'));
        return limit > 0;
    }

    private TextEncodings WriteCharacters<TUnits>(int field, ReadOnlySpan<byte> text, TUnits units)
        where TUnits : struct, ICharacterUnits
    {
        var room = Math.Min(text.Length, budget.RoomForPiece(0));
        if (room < text.Length)
        {
            budget.Miss(text.Length - room, Limit);
        }

        var found = CharacterViews.Write(writer, field, text, 0, room, units);
        if (found == TextEncodings.None || room == 0)
        {
            writer.Abandon();
            return TextEncodings.None;
        }

        commit(found);
        return found;
    }

    private void WriteUnpacked(int field, string? codings)
    {
        using var unpacked = unpacker?.Unpack(_table.Utf8Memory(field), codings, budget.RoomForPiece(0));
        if (unpacked is null)
        {
            return;
        }

        var content = unpacked.Content.Span;
        budget.Spend(content.Length);
        budget.Worked(content.Length);
        var length = _table.Fields[field].RawLength;
        var place = new WholePlace(0);
        stretches.Begin(PieceKind.Compressed, field, length, contextStart: 0);
        for (var start = 0; start < content.Length; start += Block)
        {
            stretches.Add(content.Slice(start, Math.Min(Block, content.Length - start)), default, ref place);
        }

        if (stretches.End(default, 0))
        {
            commit(TextEncodings.Compressed);
        }
    }
}
