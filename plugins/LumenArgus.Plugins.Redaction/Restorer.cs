using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Redaction;

/// <summary>Puts values back into one response. What may be the beginning of a placeholder is held back, so at most the longest one.</summary>
internal sealed class Restorer(PlaceholderSearch search, Func<string, bool> isOwn) : IResponseRewriter
{
    private readonly UnknownPlaceholders _unknown = new(isOwn);
    private bool _hasToldUnknown;

    public RewrittenText Rewrite(ResponseText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var rest = text.Text.AsSpan();
        StringBuilder? restored = null;
        var isUnknown = false;
        while (true)
        {
            var value = search.Next(rest, text.IsEnd, out var start, out var length);
            isUnknown |= _unknown.Look(text.Block, rest[..start], ends: value is not null || text.IsEnd);
            if (value is null)
            {
                var held = rest.Length - start;
                var sent = restored is null && held == 0 ? text.Text : (restored ??= new StringBuilder()).Append(rest[..start]).ToString();
                return new RewrittenText(sent, held) { Findings = Told(isUnknown) };
            }

            (restored ??= new StringBuilder(text.Text.Length)).Append(rest[..start]).Append(text.Kind == ResponseTextKind.Json ? Escaped(value) : value);
            rest = rest[(start + length)..];
        }
    }

    private static string Escaped(string value) => JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString();

    // Once for a response: a model that makes up one makes up many.
    private ImmutableArray<Finding> Told(bool isUnknown)
    {
        if (!isUnknown || _hasToldUnknown)
        {
            return [];
        }

        _hasToldUnknown = true;
        return [new Finding { Detector = "redaction", Type = "unknown_placeholder", Severity = Severity.Warning, Location = "", Action = PolicyAction.Alert }];
    }
}
