using LumenArgus.Proxy.Agents;
using Microsoft.AspNetCore.Http;

namespace LumenArgus.Tests.Proxy.Agents;

public sealed class ForwardTargetTests
{
    [Theory]
    [InlineData("/_forward", true)]
    [InlineData("/_forward/", true)]
    [InlineData("/_forward/v1/messages", true)]
    [InlineData("/_forwards", false)]
    [InlineData("/_Forward/v1", false)]
    [InlineData("/v1/_forward", false)]
    [InlineData("/a/../_forward/v1", false)]
    public void Is_Path_MustBeginWithIt(string path, bool expected) => ForwardTarget.Is(path).ShouldBe(expected);

    [Theory]
    [InlineData("/_forward/v1/messages?beta=true", "https://api.anthropic.com/", "/v1/messages?beta=true", "X-Lumen-Forward-Host: api.anthropic.com")]
    [InlineData("/_forward/a%2Fb/../c", "https://api.anthropic.com/", "/a%2Fb/../c", "X-Lumen-Forward-Host: API.Anthropic.com ")]
    [InlineData("/_forward", "https://a.example/", "/", "X-Lumen-Forward-Host: a.example")]
    [InlineData("/_forward?x", "https://a.example/", "/?x", "X-Lumen-Forward-Host: a.example")]
    [InlineData("/_forward//v1", "https://a.example/", "//v1", "X-Lumen-Forward-Host: a.example")]
    [InlineData("/_forward/v1", "http://a.example/", "/v1", "X-Lumen-Forward-Host: a.example", "X-Lumen-Forward-Scheme: HTTP")]
    [InlineData("/_forward/v1", "https://a.example:8443/", "/v1", "X-Lumen-Forward-Host: a.example", "X-Lumen-Forward-Port: 8443")]
    [InlineData("/_forward/v1", "https://a.example/", "/v1", "X-Lumen-Forward-Host: a.example", "X-Lumen-Forward-Scheme: https", "X-Lumen-Forward-Port: 443")]
    [InlineData("/_forward/v1", "https://[::1]:9000/", "/v1", "X-Lumen-Forward-Host: [::1]", "X-Lumen-Forward-Port: 9000")]
    public void Read_Headers_SayWhereItWasGoing(string target, string origin, string path, params string[] headers)
    {
        var forward = ForwardTarget.Read(Headers(headers), target, out var problem);

        problem.ShouldBeNull();
        forward.ShouldNotBeNull();
        (forward.Origin.AbsoluteUri, forward.Target).ShouldBe((origin, path));
    }

    [Theory]
    [InlineData("X-Lumen-Forward-Host")]
    [InlineData("X-Lumen-Forward-Host", "X-Lumen-Forward-Host:")]
    [InlineData("X-Lumen-Forward-Host", "X-Lumen-Forward-Host: a.example", "X-Lumen-Forward-Host: b.example")]
    [InlineData("X-Lumen-Forward-Host", "X-Lumen-Forward-Host: a.example:443")]
    [InlineData("X-Lumen-Forward-Host", "X-Lumen-Forward-Host: user@a.example")]
    [InlineData("X-Lumen-Forward-Host", "X-Lumen-Forward-Host: a.example/path")]
    [InlineData("X-Lumen-Forward-Host", "X-Lumen-Forward-Host: a.example#")]
    [InlineData("X-Lumen-Forward-Host", "X-Lumen-Forward-Host: a.example\\@b.example")]
    [InlineData("X-Lumen-Forward-Host", "X-Lumen-Forward-Host: a.example, b.example")]
    [InlineData("X-Lumen-Forward-Host", "X-Lumen-Forward-Host: a%2eexample")]
    [InlineData("X-Lumen-Forward-Host", "X-Lumen-Forward-Host: b\u00FCcher.example")]
    [InlineData("X-Lumen-Forward-Host", "X-Lumen-Forward-Host: [::1%25eth0]")]
    [InlineData("X-Lumen-Forward-Host", "X-Lumen-Forward-Host: []")]
    [InlineData("X-Lumen-Forward-Host", "X-Lumen-Forward-Host: ..")]
    [InlineData("X-Lumen-Forward-Scheme", "X-Lumen-Forward-Host: a.example", "X-Lumen-Forward-Scheme: ftp")]
    [InlineData("X-Lumen-Forward-Scheme", "X-Lumen-Forward-Host: a.example", "X-Lumen-Forward-Scheme: https", "X-Lumen-Forward-Scheme: http")]
    [InlineData("X-Lumen-Forward-Port", "X-Lumen-Forward-Host: a.example", "X-Lumen-Forward-Port: 0")]
    [InlineData("X-Lumen-Forward-Port", "X-Lumen-Forward-Host: a.example", "X-Lumen-Forward-Port: 65536")]
    [InlineData("X-Lumen-Forward-Port", "X-Lumen-Forward-Host: a.example", "X-Lumen-Forward-Port: +443")]
    [InlineData("X-Lumen-Forward-Port", "X-Lumen-Forward-Host: a.example", "X-Lumen-Forward-Port: 443@b.example")]
    public void Read_HeadersThatSayNothingOrTwoThings_AreAProblemThatNamesTheHeader(string named, params string[] headers)
    {
        ForwardTarget.Read(Headers(headers), "/_forward/v1", out var problem).ShouldBeNull();

        problem.ShouldNotBeNull().ShouldStartWith(named);
    }

    private static HeaderDictionary Headers(string[] lines)
    {
        var headers = new HeaderDictionary();
        foreach (var line in lines)
        {
            headers.Append(line[..line.IndexOf(':', StringComparison.Ordinal)], line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].TrimStart());
        }

        return headers;
    }
}
