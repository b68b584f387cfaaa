namespace LumenArgus.Proxy.Exchanges;

/// <summary>
/// Reads a request target as it stands in the request line (RFC 9112, 3.2). The path that the server offers has its dot segments removed and its
/// escapes decoded; routing by that and forwarding the other could send a request where it was not meant to go.
/// </summary>
internal static class RequestTarget
{
    /// <summary>The path, without query string and, in absolute form, without scheme and authority.</summary>
    public static string PathOf(string rawTarget)
    {
        var target = OriginForm(rawTarget);
        var query = target.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? target : target[..query];
    }

    /// <summary>The target as it would stand in origin form.</summary>
    public static string OriginForm(string rawTarget)
    {
        if (rawTarget.StartsWith('/'))
        {
            return rawTarget;
        }

        var scheme = rawTarget.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0)
        {
            return "/";
        }

        var authority = rawTarget.AsSpan(scheme + 3);
        var end = authority.IndexOfAny('/', '?');
        var rest = end < 0 ? "" : new string(authority[end..]);
        return rest.StartsWith('/') ? rest : "/" + rest;
    }
}
