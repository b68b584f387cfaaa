using LumenArgus.Forwarding.Upstream;

namespace LumenArgus.Tests.Forwarding.Upstream;

public sealed class UpstreamUriTests
{
    [Theory]
    [InlineData("https://api.example.com", "/v1/a?b", "https://api.example.com/v1/a?b")]
    [InlineData("https://api.example.com/", "//a", "https://api.example.com//a")]
    [InlineData("https://user:pass@api.example.com:8443/p/q/", "/../x%2f?", "https://api.example.com:8443/p/q/../x%2f?")]
    [InlineData("http://[::1]:80/x?y", "/@evil.example/", "http://[::1]/x/@evil.example/")]
    public void TryBuild_JoinsWithoutTouchingTheTarget(string baseUri, string target, string expected)
    {
        UpstreamUri.TryBuild(new Uri(baseUri), target, out var uri).ShouldBeTrue();
        uri!.OriginalString.ShouldBe(expected);
        uri.PathAndQuery.ShouldBe(expected[expected.IndexOf('/', 8)..]);
    }

    [Theory]
    [InlineData("*")]
    [InlineData("")]
    [InlineData("host:443")]
    [InlineData("@evil.example/")]
    [InlineData("/a b")]
    [InlineData("/a\r\nX: y")]
    [InlineData("/\u00e9")]
    public void TryBuild_NoOriginForm_IsRefused(string target) => UpstreamUri.TryBuild(new Uri("http://h"), target, out _).ShouldBeFalse();

    [Theory]
    [InlineData("ftp://h")]
    [InlineData("file:///x")]
    public void TryBuild_OtherScheme_IsRefused(string baseUri) => UpstreamUri.TryBuild(new Uri(baseUri), "/", out _).ShouldBeFalse();
}
