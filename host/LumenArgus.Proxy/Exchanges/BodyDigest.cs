using Microsoft.AspNetCore.Http;

namespace LumenArgus.Proxy.Exchanges;

/// <summary>Whether a header names a digest of the body (RFC 9530, RFC 1864): it would be wrong for an edited one.</summary>
internal static class BodyDigest
{
    private static readonly string[] Headers = ["Content-Digest", "Repr-Digest", "Digest", "Content-MD5"];

    public static bool Is(IHeaderDictionary headers) => Array.Exists(Headers, headers.ContainsKey);
}
