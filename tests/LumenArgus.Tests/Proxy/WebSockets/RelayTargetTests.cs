using LumenArgus.Proxy.WebSockets;

namespace LumenArgus.Tests.Proxy.WebSockets;

public sealed class RelayTargetTests
{
    [Theory]
    [InlineData("/ws?url=ws://example.com", "http://example.com/", "/", "ws://example.com/")]
    [InlineData("/ws?url=wss://example.com:8443/a%2520b?k=v", "https://example.com:8443/", "/a%20b?k=v", "wss://example.com:8443/a%20b")]
    [InlineData("/ws?x=1&url=wss%3A%2F%2Fexample.com%2Fp%3Fa%3D1%26b%3D2%23f", "https://example.com/", "/p?a=1&b=2", "wss://example.com/p")]
    [InlineData("/ws?url=WS://[2606:4700::1]:80?q", "http://[2606:4700::1]/", "/?q", "ws://[2606:4700::1]/")]
    public void Read_Target_IsSplitWithoutBeingRewritten(string target, string baseUri, string raw, string display)
    {
        var read = RelayTarget.Read(target, out var problem).ShouldNotBeNull();
        problem.ShouldBeNull();
        (read.BaseUri.ToString(), read.RawTarget, read.Display).ShouldBe((baseUri, raw, display));
    }

    [Theory]
    [InlineData("/ws")]
    [InlineData("/ws?url=")]
    [InlineData("/ws?link=ws://example.com")]
    [InlineData("/ws?url=http://example.com")]
    [InlineData("/ws?url=file:///etc/passwd")]
    [InlineData("/ws?url=ws://")]
    [InlineData("/ws?url=ws:///path")]
    [InlineData("/ws?url=ws://user:password@example.com")]
    [InlineData("/ws?url=ws://good.example%5C@evil.example")]
    [InlineData("/ws?url=ws://good.example%00.evil.example")]
    [InlineData("/ws?url=ws://good.example%0d%0aHost:evil")]
    [InlineData("/ws?url=ws://exa%20mple.com")]
    [InlineData("/ws?url=ws://[::1")]
    [InlineData("/ws?url=ws://example.com:99999")]
    public void Read_WhatIsNoTarget_IsRefused(string target)
    {
        RelayTarget.Read(target, out var problem).ShouldBeNull();
        problem.ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("tools.example.com", "http://tools.example.com", true)]
    [InlineData("tools.example.com", "https://TOOLS.example.com:8443", true)]
    [InlineData("tools.example.com:8443", "https://tools.example.com:8443", true)]
    [InlineData("tools.example.com:443", "https://tools.example.com", true)]
    [InlineData("tools.example.com:8443", "https://tools.example.com", false)]
    [InlineData("*.example.com", "https://tools.example.com", true)]
    [InlineData("*.example.com", "https://example.com", false)]
    [InlineData("*.example.com", "https://badexample.com", false)]
    [InlineData("127.0.0.1:9000", "http://127.0.0.1:9000", true)]
    [InlineData("[::1]:9000", "http://[::1]:9000", true)]
    [InlineData("[::1]", "http://[::1]:9000", true)]
    [InlineData("*", "http://example.com", false)]
    public void IsListed_Entry_NamesTheServer(string entry, string server, bool isListed) => TargetRules.IsListed(new Uri(server), [entry]).ShouldBe(isListed);

    [Fact]
    public void AllowsPublic_OnlyWithoutAListOrWithAStar()
    {
        TargetRules.AllowsPublic([]).ShouldBeTrue();
        TargetRules.AllowsPublic(["a.example"]).ShouldBeFalse();
        TargetRules.AllowsPublic(["a.example", "*"]).ShouldBeTrue();
    }
}
