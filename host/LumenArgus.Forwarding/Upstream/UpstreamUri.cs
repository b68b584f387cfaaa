using System.Diagnostics.CodeAnalysis;

namespace LumenArgus.Forwarding.Upstream;

/// <summary>Joins a base address and a raw request target without touching a character of the target.</summary>
internal static class UpstreamUri
{
    // The ordinary parser rewrites %2F, dot segments, backslashes and the fragment sign.
    private static readonly UriCreationOptions AsReceived = new() { DangerousDisablePathAndQueryCanonicalization = true };

    public static bool TryBuild(Uri baseUri, string rawTarget, [NotNullWhen(true)] out Uri? uri)
    {
        uri = null;
        var target = ToOriginForm(rawTarget);
        if (target is null || ContainsUnsendable(target) || baseUri is not { IsAbsoluteUri: true, Scheme: "http" or "https" })
        {
            return false;
        }

        // Authority leaves out user information; the base path ends where the target's first slash begins.
        var prefix = baseUri.AbsolutePath.TrimEnd('/');
        return Uri.TryCreate($"{baseUri.Scheme}://{baseUri.Authority}{prefix}{target}", AsReceived, out uri);
    }

    /// <summary>RFC 9112, 3.2: a client that takes us for a proxy sends the absolute form; "*" and the authority form have no path to forward.</summary>
    private static string? ToOriginForm(string rawTarget)
    {
        if (rawTarget.StartsWith('/'))
        {
            return rawTarget;
        }

        var schemeEnd = rawTarget.IndexOf("://", StringComparison.Ordinal);
        if (schemeEnd <= 0)
        {
            return null;
        }

        var pathStart = rawTarget.AsSpan(schemeEnd + 3).IndexOfAny('/', '?');
        if (pathStart < 0)
        {
            return "/";
        }

        var rest = rawTarget[(schemeEnd + 3 + pathStart)..];
        return rest[0] == '?' ? "/" + rest : rest;
    }

    private static bool ContainsUnsendable(string target) => target.AsSpan().ContainsAnyExceptInRange('!', '~');
}
