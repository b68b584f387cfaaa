using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace LumenArgus.Forwarding.Headers;

/// <summary>
/// The end-to-end headers of a request as one name and one value: the first header's name, then its value and all further lines, separated by
/// <see cref="HeaderBlockEncoding.LineBreak"/>. Host and Content-Length are not in it: the handler writes them from the address and the body.
/// </summary>
internal readonly record struct RequestHeaderBlock(string Name, string Value)
{
    private const int InitialLines = 1024;
    private const int MaxKeptLines = 16 * 1024;

    // For each thread: as long as all headers, for each request.
    [ThreadStatic]
    private static StringBuilder? _lines;

    // CR, LF and NUL would start or end something else; above Latin-1 nothing can be written.
    private static readonly SearchValues<char> Forbidden = SearchValues.Create("\r\n\0");

    public static bool TryBuild(IHeaderDictionary headers, out RequestHeaderBlock block)
    {
        var hopByHop = HopByHopHeaders.From(headers.Connection);
        var first = FindFirst(headers, hopByHop);

        // Connection is ours to set on this hop, so it can lead a request that has no header of its own that may.
        var lines = (_lines ??= new StringBuilder(InitialLines)).Clear().Append(first is null ? "keep-alive" : "");
        block = default;
        if (first is not null && !TryAppend(lines, first, headers, isFirst: true))
        {
            return false;
        }

        foreach (var (name, _) in headers)
        {
            if (name != first && IsForwarded(name, headers, hopByHop) && !TryAppend(lines, name, headers, isFirst: false))
            {
                return false;
            }
        }

        block = new RequestHeaderBlock(first ?? "Connection", lines.ToString());
        _lines = lines.Capacity > MaxKeptLines ? null : lines;
        return true;
    }

    private static string? FindFirst(IHeaderDictionary headers, HopByHopHeaders hopByHop)
    {
        foreach (var (name, values) in headers)
        {
            if (values.Count > 0 && CanLead(name) && IsForwarded(name, headers, hopByHop))
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>Not the content headers, which the handler refuses outside content, and not one that the handler acts upon.</summary>
    private static bool CanLead(string name) =>
        !name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)
        && !name.Equals("Allow", StringComparison.OrdinalIgnoreCase)
        && !name.Equals("Expires", StringComparison.OrdinalIgnoreCase)
        && !name.Equals("Last-Modified", StringComparison.OrdinalIgnoreCase)
        && !name.Equals("Expect", StringComparison.OrdinalIgnoreCase);

    private static bool IsForwarded(string name, IHeaderDictionary headers, HopByHopHeaders hopByHop) =>
        !name.Equals("Host", StringComparison.OrdinalIgnoreCase)
        && !name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)
        && !name.StartsWith(':') // pseudo-headers of HTTP/2
        && !name.StartsWith("X-Lumen-", StringComparison.OrdinalIgnoreCase) // between agents and us
        && !hopByHop.Contains(name)
        && !IsMetExpectation(name, headers);

    /// <summary>The body is already here, so the listener has answered 100 and the expectation is met (RFC 9110, 10.1.1).</summary>
    private static bool IsMetExpectation(string name, IHeaderDictionary headers) =>
        name.Equals("Expect", StringComparison.OrdinalIgnoreCase)
        && headers.Expect.Count == 1
        && string.Equals(headers.Expect[0], "100-continue", StringComparison.OrdinalIgnoreCase);

    private static bool TryAppend(StringBuilder lines, string name, IHeaderDictionary headers, bool isFirst)
    {
        if (!IsWritable(name))
        {
            return false;
        }

        foreach (var value in headers[name])
        {
            if (!IsWritable(value))
            {
                return false;
            }

            if (!isFirst)
            {
                lines.Append(HeaderBlockEncoding.LineBreak).Append(name).Append(": ");
            }

            isFirst = false;
            lines.Append(value);
        }

        return true;
    }

    private static bool IsWritable(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('\0', '\u00FF') && !text.ContainsAny(Forbidden);
}
