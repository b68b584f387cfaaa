using System.Collections.Immutable;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace LumenArgus.Proxy.Identity;

/// <summary>
/// The address a request comes from. What X-Forwarded-For and Forwarded (RFC 7239) say counts only as far as trusted proxies have written it: every proxy adds the
/// address it was called from at the right end, so the right-most one that is not trusted is the caller; what stands to the left of it the caller may have made up.
/// </summary>
internal static class CallerAddress
{
    private const int MaxHops = 32;

    public static string? Of(IPAddress? peer, IHeaderDictionary headers, ImmutableArray<IPNetwork> trusted)
    {
        if (peer is null)
        {
            return null;
        }

        peer = Plain(peer);
        if (!IsTrusted(peer, trusted))
        {
            return peer.ToString();
        }

        var listed = headers.TryGetValue("X-Forwarded-For", out var addresses) ? Caller(peer, addresses, trusted, static item => item) : null;
        var forwarded = headers.TryGetValue("Forwarded", out var elements) ? Caller(peer, elements, trusted, ForOf) : null;

        // A proxy writes one of the two and lets the other pass as the caller sent it: if they differ, nobody can tell which one it wrote.
        var caller = listed is not null && forwarded is not null && !listed.Equals(forwarded) ? peer : listed ?? forwarded ?? peer;
        return caller.ToString();
    }

    private static IPAddress Caller(IPAddress peer, StringValues values, ImmutableArray<IPNetwork> trusted, Func<string, string?> addressOf)
    {
        var caller = peer;
        var hops = 0;
        for (var line = values.Count - 1; line >= 0; line--)
        {
            var rest = values[line] ?? "";
            while (rest.Length > 0)
            {
                var comma = rest.LastIndexOf(',');
                var address = Parse(addressOf(rest[(comma + 1)..].Trim()));
                rest = comma < 0 ? "" : rest[..comma];

                // "unknown", a hidden name or nonsense: the last known hop is all there is.
                if (address is null || ++hops > MaxHops)
                {
                    return caller;
                }

                caller = address;
                if (!IsTrusted(caller, trusted))
                {
                    return caller;
                }
            }
        }

        return caller;
    }

    private static string? ForOf(string element)
    {
        foreach (var range in element.AsSpan().Split(';'))
        {
            var pair = element.AsSpan()[range].Trim();
            if (pair.StartsWith("for=", StringComparison.OrdinalIgnoreCase))
            {
                return new string(pair["for=".Length..].Trim().Trim('"'));
            }
        }

        return null;
    }

    // 192.0.2.1, 192.0.2.1:4711, 2001:db8::1, [2001:db8::1], [2001:db8::1]:4711
    private static IPAddress? Parse(string? text)
    {
        var span = text.AsSpan();
        if (span.StartsWith("["))
        {
            var end = span.IndexOf(']');
            span = end < 0 ? default : span[1..end];
        }
        else if (span.Count(':') == 1)
        {
            span = span[..span.IndexOf(':')];
        }

        return IPAddress.TryParse(span, out var address) ? Plain(address) : null;
    }

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private static bool IsTrusted(IPAddress address, ImmutableArray<IPNetwork> trusted)
    {
        foreach (var network in trusted)
        {
            if (network.Contains(address))
            {
                return true;
            }
        }

        return false;
    }
}
