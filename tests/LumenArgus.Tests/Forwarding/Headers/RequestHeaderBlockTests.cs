using LumenArgus.Forwarding.Headers;
using Microsoft.AspNetCore.Http;

namespace LumenArgus.Tests.Forwarding.Headers;

public sealed class RequestHeaderBlockTests
{
    [Theory]
    [InlineData("a\r\nInjected: 1")]
    [InlineData("a\nInjected: 1")]
    [InlineData("a\rb")]
    [InlineData("a\0b")]
    [InlineData("a\uFFFFInjected: 1")]
    [InlineData("euro \u20AC")]
    public void TryBuild_ValueThatCannotBeOneLine_IsRefused(string value)
    {
        RequestHeaderBlock.TryBuild(new HeaderDictionary { ["Accept"] = "a", ["X"] = value }, out _).ShouldBeFalse();
        RequestHeaderBlock.TryBuild(new HeaderDictionary { ["X"] = value }, out _).ShouldBeFalse();
        RequestHeaderBlock.TryBuild(new HeaderDictionary { ["X-" + value] = "v" }, out _).ShouldBeFalse();
    }

    [Fact]
    public void TryBuild_ContentHeaderFirst_IsLedByAnother()
    {
        RequestHeaderBlock.TryBuild(new HeaderDictionary { ["Content-Type"] = "t", ["Accept"] = new(["a", "b"]) }, out var block).ShouldBeTrue();
        block.Name.ShouldBe("Accept");
        HeaderBlockEncoding.Latin1.GetString(HeaderBlockEncoding.Instance.GetBytes(block.Value)).ShouldBe("a\r\nAccept: b\r\nContent-Type: t");
    }

    [Fact]
    public void GetBytes_ThroughEveryOverload_Agree()
    {
        const string text = "a\uFFFFb: \u00ff\uFFFF";
        byte[] expected = [(byte)'a', 13, 10, (byte)'b', (byte)':', (byte)' ', 0xFF, 13, 10];
        var encoding = HeaderBlockEncoding.Instance;
        encoding.GetBytes(text).ShouldBe(expected);
        encoding.GetByteCount(text).ShouldBe(expected.Length);
        var target = new byte[encoding.GetMaxByteCount(text.Length)];
        encoding.GetBytes(text.AsSpan(), target).ShouldBe(expected.Length);
        target[..expected.Length].ShouldBe(expected);
    }
}
