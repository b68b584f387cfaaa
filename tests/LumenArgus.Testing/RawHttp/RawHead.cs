using System.Text;

namespace LumenArgus.Testing.RawHttp;

/// <summary>Start line and header lines of a message, exactly as they were on the wire (Latin-1).</summary>
public sealed class RawHead
{
    private RawHead(string startLine, IReadOnlyList<KeyValuePair<string, string>> headers)
    {
        StartLine = startLine;
        Headers = headers;
    }

    public string StartLine { get; }

    /// <summary>One entry per line, in order; repeated names stay apart. Only the white space around a value is removed.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; }

    public static RawHead Parse(ReadOnlySpan<byte> head)
    {
        var lines = Encoding.Latin1.GetString(head).Split("\r\n");
        var headers = new List<KeyValuePair<string, string>>();
        foreach (var line in lines.Skip(1).Where(line => line.Length > 0))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            headers.Add(KeyValuePair.Create(line[..colon], line[(colon + 1)..].Trim(' ', '\t')));
        }

        return new RawHead(lines[0], headers);
    }

    public IReadOnlyList<string> Values(string name) =>
        [.. Headers.Where(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value)];

    public string? Value(string name) => Values(name) is [var only] ? only : null;

    /// <summary>Name (lower case) and value of each line but the named ones, sorted by name; lines of one name keep their order.</summary>
    public IReadOnlyList<string> Normalised(params string[] without) =>
        [.. Headers
            .Where(header => !without.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
            .OrderBy(header => header.Key.ToUpperInvariant(), StringComparer.Ordinal)
            .Select(header => $"{header.Key.ToLowerInvariant()}: {header.Value}")];
}
