using LumenArgus.Abstractions.Model;

namespace LumenArgus.Proxy.Providers;

/// <summary>What a signature of version 4 says beside signing (docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html).</summary>
/// <param name="Region">The region in the credential's scope, as it was sent.</param>
/// <param name="Service">The service in the credential's scope.</param>
internal sealed record AwsSignature(string Region, string Service)
{
    private const string Algorithm = "AWS4-HMAC-SHA256";
    private const string Credential = "Credential=";

    /// <summary>Reads the signature of a request.</summary>
    /// <returns>What it says; null if there is none, or more than one.</returns>
    public static AwsSignature? Read(RequestHead head)
    {
        string[] signatures = [.. head.HeaderValues("authorization").Where(static value => value.StartsWith(Algorithm, StringComparison.Ordinal))];
        if (signatures.Length != 1)
        {
            return null;
        }

        var signature = signatures[0];
        var start = signature.IndexOf(Credential, StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        var end = signature.AsSpan(start).IndexOfAny(',', ' ');
        var scope = (end < 0 ? signature[(start + Credential.Length)..] : signature[(start + Credential.Length)..(start + end)]).Split('/');
        return scope is [.., var region, var service, "aws4_request"] && scope.Length == 5
            ? new AwsSignature(region, service)
            : null;
    }
}
