using System.Buffers;
using System.Globalization;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace LumenArgus.Forwarding.Headers;

/// <summary>Copies status line and headers of an upstream response to the client's, line by line.</summary>
internal static class ResponseHeaders
{
    private const string ContentLength = "Content-Length";

    // What the listener refuses to write (RFC 9110, 5.5): control characters other than the tab.
    private static readonly SearchValues<char> Unwritable = SearchValues.Create(
        "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000A\u000B\u000C\u000D\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\u007F");

    /// <summary>Whether the response says one length only. RFC 9110, 8.6: the same one several times counts once, different ones make it invalid.</summary>
    public static bool HasOneLength(HttpResponseMessage response)
    {
        if (response.Headers.NonValidated.Contains("Transfer-Encoding") || !response.Content.Headers.NonValidated.TryGetValues(ContentLength, out var values))
        {
            return true;
        }

        var lengths = ToStringValues(values).SelectMany(static value => (value ?? "").Split(',', StringSplitOptions.TrimEntries)).Distinct(StringComparer.Ordinal).ToArray();
        return lengths is [var one] && long.TryParse(one, NumberStyles.None, CultureInfo.InvariantCulture, out _);
    }

    public static void Copy(HttpResponseMessage from, HttpResponse to)
    {
        to.StatusCode = (int)from.StatusCode;
        if (to.HttpContext.Features.Get<IHttpResponseFeature>() is { } feature)
        {
            feature.ReasonPhrase = from.ReasonPhrase;
        }

        var connection = from.Headers.NonValidated.TryGetValues("Connection", out var listed) ? ToStringValues(listed) : default;
        var hopByHop = HopByHopHeaders.From(connection);
        Copy(from.Headers.NonValidated, to.Headers, hopByHop);
        Copy(from.Content.Headers.NonValidated, to.Headers, hopByHop);

        // RFC 9112, 6.3: Transfer-Encoding overrides Content-Length. RFC 9110, 8.6: no Content-Length with 1xx and 204.
        if (from.Headers.NonValidated.Contains("Transfer-Encoding") || from.StatusCode == System.Net.HttpStatusCode.NoContent)
        {
            to.Headers.Remove(ContentLength);
        }
    }

    public static void CopyTrailers(HttpResponseMessage from, HttpResponse to)
    {
        if (!to.SupportsTrailers())
        {
            return;
        }

        foreach (var (name, values) in from.TrailingHeaders.NonValidated)
        {
            to.AppendTrailer(name, ToStringValues(values));
        }
    }

    private static void Copy(HttpHeadersNonValidated from, IHeaderDictionary to, HopByHopHeaders hopByHop)
    {
        foreach (var (name, values) in from)
        {
            if (!hopByHop.Contains(name))
            {
                var kept = ToStringValues(values);
                if (kept.Count > 0)
                {
                    // Append would drop an empty value. A length may stand there several times, and the listener takes one.
                    to[name] = kept.Count > 1 && name.Equals(ContentLength, StringComparison.OrdinalIgnoreCase) ? kept[0] : kept;
                }
            }
        }
    }

    private static StringValues ToStringValues(HeaderStringValues values)
    {
        StringValues kept = default;
        foreach (var value in values)
        {
            if (!value.AsSpan().ContainsAny(Unwritable))
            {
                kept = StringValues.Concat(kept, value);
            }
        }

        return kept;
    }
}
