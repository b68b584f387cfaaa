using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Responses.Rewriting;

namespace LumenArgus.Scanning.Fields;

/// <summary>The text that stands in a range of the body.</summary>
public sealed partial class BodyDocument
{
    /// <summary>Reads a range of the body as it is written there, without its escapes.</summary>
    /// <param name="span">A range within one string.</param>
    /// <returns>The text; null if the range leaves the string.</returns>
    public string? TextAt(ByteSpan span)
    {
        if (FieldAt(span) is not { } field)
        {
            return null;
        }

        ref readonly var entry = ref _table.Fields[field];
        var raw = _table.Body.Span.Slice(span.Start, span.Length);
        return entry switch
        {
            { Kind: FieldKind.Text } or { Escapes: FieldEscapes.None } or { Kind: FieldKind.Number } => Encoding.UTF8.GetString(raw),
            { Escapes: FieldEscapes.Form } => Uri.UnescapeDataString(Encoding.UTF8.GetString(raw).Replace('+', ' ')),
            _ => JsonString.Read(raw),
        };
    }
}
