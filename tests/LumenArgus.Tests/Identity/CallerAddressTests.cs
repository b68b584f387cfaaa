using System.Collections.Immutable;
using System.Net;
using LumenArgus.Proxy.Identity;
using Microsoft.AspNetCore.Http;

namespace LumenArgus.Tests.Identity;

public sealed class CallerAddressTests
{
    private static readonly ImmutableArray<IPNetwork> Trusted = [IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("fd00::/8")];

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7", "198.51.100.1")] // The peer is nobody we trust: what it says does not count.
    [InlineData("::ffff:203.0.113.7", "203.0.113.7", null)]
    [InlineData("10.0.0.1", "10.0.0.1", null)]
    [InlineData("10.0.0.1", "198.51.100.1", "198.51.100.1")]
    [InlineData("::ffff:10.0.0.1", "198.51.100.1", "198.51.100.1")]
    [InlineData("10.0.0.1", "198.51.100.1", "1.2.3.4, 198.51.100.1")] // The left one was there before.
    [InlineData("10.0.0.1", "198.51.100.1", "1.2.3.4, 198.51.100.1, 10.0.0.9,fd00::1")]
    [InlineData("10.0.0.1", "10.0.0.5", "10.0.0.5, 10.0.0.9")]
    [InlineData("10.0.0.1", "198.51.100.1", "198.51.100.1:4711")]
    [InlineData("10.0.0.1", "2001:db8::1", "[2001:db8::1]:4711")]
    [InlineData("10.0.0.1", "2001:db8::1", "2001:db8::1")]
    [InlineData("10.0.0.1", "10.0.0.9", "198.51.100.1, unknown, 10.0.0.9")]
    [InlineData("10.0.0.1", "10.0.0.1", "")]
    [InlineData("10.0.0.1", "10.0.0.1", ",,,")]
    public void Of_ForwardedFor_IsTheRightMostThatNobodyVouchesFor(string peer, string expected, string? header) =>
        Of(peer, header is null ? [] : [("X-Forwarded-For", header)]).ShouldBe(expected);

    [Theory]
    [InlineData("198.51.100.1", "for=198.51.100.1;proto=https;by=10.0.0.1")]
    [InlineData("2001:db8:cafe::17", "for=1.2.3.4, For=\"[2001:db8:cafe::17]:4711\"")]
    [InlineData("198.51.100.1", "for=198.51.100.1, proto=http;for=10.0.0.9")]
    [InlineData("10.0.0.1", "for=198.51.100.1, for=_hidden")]
    [InlineData("10.0.0.1", "proto=https")]
    public void Of_Forwarded_IsReadLikeTheOther(string expected, string header) => Of("10.0.0.1", ("Forwarded", header)).ShouldBe(expected);

    [Fact]
    public void Of_BothHeaders_CountOnlyIfTheyAgree()
    {
        Of("10.0.0.1", ("X-Forwarded-For", "198.51.100.1"), ("Forwarded", "for=198.51.100.1")).ShouldBe("198.51.100.1");
        Of("10.0.0.1", ("X-Forwarded-For", "198.51.100.1"), ("Forwarded", "for=192.0.2.66")).ShouldBe("10.0.0.1");
    }

    [Fact]
    public void Of_SeveralLines_AreOneList() =>
        Of("10.0.0.1", ("X-Forwarded-For", "1.2.3.4"), ("X-Forwarded-For", "198.51.100.1, 10.0.0.9")).ShouldBe("198.51.100.1");

    [Fact]
    public void Of_NothingTrusted_IsTheConnection()
    {
        var headers = new HeaderDictionary { ["X-Forwarded-For"] = "198.51.100.1" };

        CallerAddress.Of(IPAddress.Loopback, headers, []).ShouldBe("127.0.0.1");
        CallerAddress.Of(null, headers, []).ShouldBeNull();
    }

    private static string? Of(string peer, params (string Name, string Value)[] headers)
    {
        var dictionary = new HeaderDictionary();
        foreach (var (name, value) in headers)
        {
            dictionary.Append(name, value);
        }

        return CallerAddress.Of(IPAddress.Parse(peer), dictionary, Trusted);
    }
}
