using Microsoft.AspNetCore.Http;

namespace LumenArgus.Proxy.Exchanges;

/// <summary>
/// Whether a header would be wrong for an edited body: one that names a digest of it (RFC 9530, RFC 1864), or a signature of AWS over it, in whichever of its algorithms
/// (docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-signing-elements.html).
/// </summary>
internal static class SignedBody
{
    private const string AwsAlgorithms = "AWS4-";

    private static readonly string[] Digests = ["Content-Digest", "Repr-Digest", "Digest", "Content-MD5"];

    public static bool Is(IHeaderDictionary headers) => Array.Exists(Digests, headers.ContainsKey) || (IsSignedForAws(headers) && headers["x-amz-content-sha256"] != "UNSIGNED-PAYLOAD");

    private static bool IsSignedForAws(IHeaderDictionary headers)
    {
        foreach (var value in headers.Authorization)
        {
            if (value?.StartsWith(AwsAlgorithms, StringComparison.Ordinal) == true)
            {
                return true;
            }
        }

        return false;
    }
}
