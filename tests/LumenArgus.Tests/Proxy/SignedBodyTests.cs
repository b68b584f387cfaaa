using LumenArgus.Proxy.Exchanges;
using Microsoft.AspNetCore.Http;

namespace LumenArgus.Tests.Proxy;

public sealed class SignedBodyTests
{
    private const string Signed = "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261126/us-east-1/bedrock/aws4_request, SignedHeaders=host;x-amz-date, Signature=00";

    [Theory]
    [InlineData(Signed, null, true)]
    [InlineData(Signed, "0000", true)]
    [InlineData(Signed, "UNSIGNED-PAYLOAD", false)]
    [InlineData("AWS4-ECDSA-P256-SHA256 Credential=AKIDEXAMPLE/20261126/bedrock/aws4_request, SignedHeaders=host, Signature=00", null, true)]
    [InlineData("AWS4-HMAC-SHA256 Credential=nobody knows", null, true)]
    [InlineData("Bearer k", null, false)]
    public void Is_SignatureOfAws_CoversTheBodyUnlessItSaysNot(string authorization, string? digest, bool expected)
    {
        var headers = new HeaderDictionary { ["Authorization"] = authorization };
        if (digest is not null)
        {
            headers["x-amz-content-sha256"] = digest;
        }

        SignedBody.Is(headers).ShouldBe(expected);
    }

    [Fact]
    public void Is_DigestOfTheBody_CoversIt() => SignedBody.Is(new HeaderDictionary { ["Content-Digest"] = "sha-256=:AAAA:" }).ShouldBeTrue();
}
