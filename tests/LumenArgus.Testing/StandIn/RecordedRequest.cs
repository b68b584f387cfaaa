using System.Text;

namespace LumenArgus.Testing.StandIn;

/// <summary>One request as it reached the stand-in: what left the proxy, or the client when there is no proxy between.</summary>
public sealed class RecordedRequest
{
    /// <summary>Position in order of arrival, from 0.</summary>
    public required int Index { get; init; }

    public required string Method { get; init; }

    /// <summary>The request target as it stood in the request line: no unescaping, no removal of dot segments.</summary>
    public required string RawTarget { get; init; }

    public required string Protocol { get; init; }

    /// <summary>Header lines as pairs; a header sent twice is here twice. Values are Latin-1. Kestrel normalises the case of well-known
    /// names and their order: a test of the exact bytes uses <see cref="WireStandIn"/>.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; }

    public required byte[] Body { get; init; }

    /// <summary>Completes when the client closes or resets the connection before the answer was complete.</summary>
    public required Task ClientGone { get; init; }

    /// <summary>The target without its query string.</summary>
    public string Path => RawTarget.Split('?', 2)[0];

    public string BodyText => Encoding.UTF8.GetString(Body);

    public IReadOnlyList<string> HeaderValues(string name) =>
        [.. Headers.Where(pair => pair.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(pair => pair.Value)];

    /// <summary>True when the text is anywhere in the request line, the headers or the body.</summary>
    public bool Contains(string text) =>
        RawTarget.Contains(text, StringComparison.Ordinal)
        || Headers.Any(pair => pair.Value.Contains(text, StringComparison.Ordinal))
        || Body.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;

    public override string ToString() => $"#{Index} {Method} {Path} ({Body.Length} bytes)";
}
