using System.IO.Compression;
using System.Text;
using LumenArgus.Forwarding.Bodies;

namespace LumenArgus.Tests.Forwarding.Bodies;

public sealed class ContentDecoderTests
{
    private static readonly byte[] Text = Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Range(0, 2000).Select(number => $"{{\"n\":{number}}}")));

    private readonly BodyBudget _budget = new(1_000_000_000);

    [Theory]
    [InlineData("gzip")]
    [InlineData("x-gzip")]
    [InlineData("GZip")]
    [InlineData("deflate")]
    [InlineData("br")]
    [InlineData("zstd")]
    [InlineData("gzip, br")]
    [InlineData("zstd, identity, deflate, br, gzip")]
    public void Decode_WhatTheEncoderMade_IsTheSameBody(string codings)
    {
        var encoded = ContentEncoder.Encode(Text, [codings]).ShouldNotBeNull();
        encoded.ShouldNotBe(Text);
        var decoded = Decode(encoded, codings);
        decoded.Status.ShouldBe(DecodeStatus.Decoded);
        decoded.Body!.Memory.ToArray().ShouldBe(Text);
        ContentEncoder.Encode(decoded.Body.Memory, decoded.Codings).ShouldBe(encoded);
        decoded.Body.Release();
        _budget.UsedBytes.ShouldBe(0);
    }

    [Fact]
    public void Decode_RepeatedHeader_IsOneList()
    {
        var encoded = ContentEncoder.Encode(Text, ["gzip", "br"])!;
        Decode(encoded, "gzip", "br").Body!.Memory.ToArray().ShouldBe(Text);
    }

    [Fact]
    public void Decode_DeflateWithoutZlibHeader_IsDecoded()
    {
        using var target = new MemoryStream();
        using (var encoder = new DeflateStream(target, CompressionLevel.Fastest, leaveOpen: true))
        {
            encoder.Write(Text);
        }

        Decode(target.ToArray(), "deflate").Body!.Memory.ToArray().ShouldBe(Text);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("zstd")]
    [InlineData("gzip, zstd")]
    public void Decode_WithoutHeader_IsRecognisedByMagicBytes(string codings)
    {
        var decoded = Decode(ContentEncoder.Encode(Text, [codings])!);
        decoded.Status.ShouldBe(DecodeStatus.Decoded);
        decoded.Body!.Memory.ToArray().ShouldBe(Text);
        string.Join(", ", decoded.Codings).ShouldBe(codings);
    }

    [Fact]
    public void Decode_BehindAFrameThatIsSkipped_IsRecognisedByMagicBytes()
    {
        byte[] skipped = [0x5A, 0x2A, 0x4D, 0x18, 2, 0, 0, 0, 1, 2];
        Decode([.. skipped, .. ContentEncoder.Encode(Text, ["zstd"])!]).Body!.Memory.ToArray().ShouldBe(Text);
    }

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("zstd", "zstd")]
    public void Decode_SeveralMembersOrFrames_AreAllDecoded(string coding, string header)
    {
        var one = ContentEncoder.Encode(Text, [coding])!;
        Decode([.. one, .. one], header).Body!.Memory.ToArray().ShouldBe([.. Text, .. Text]);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    [InlineData("zstd")]
    public void Decode_CutBody_IsCutWithThePartThatWasDecoded(string coding)
    {
        var encoded = ContentEncoder.Encode(Text, [coding])!;
        var decoded = Decode(encoded[..(encoded.Length * 3 / 4)], coding);
        decoded.Status.ShouldBe(DecodeStatus.Cut);
        decoded.Detail.ShouldContain(coding);
        Text.AsSpan().StartsWith(decoded.Body!.Memory.Span).ShouldBeTrue();
    }

    [Theory]
    [InlineData("gzip, br")]
    [InlineData("zstd, gzip")]
    [InlineData("deflate, zstd")]
    public void Decode_CutBodyOfSeveralLayers_GivesWhatIsThereOfTheText(string codings)
    {
        var text = new byte[100_000];
        new Random(1).NextBytes(text);
        var encoded = ContentEncoder.Encode(text, codings.Split(", "))!;
        var decoded = Decode(encoded[..(encoded.Length / 2)], codings);
        decoded.Status.ShouldBe(DecodeStatus.Cut);
        decoded.Codings.ShouldBe(codings.Split(", "));
        decoded.Body!.Length.ShouldBeGreaterThan(10_000);
        text.AsSpan().StartsWith(decoded.Body.Memory.Span).ShouldBeTrue();
    }

    [Theory]
    [InlineData("gzip", 2)]
    [InlineData("gzip", 20_000)]
    [InlineData("deflate", 1)]
    [InlineData("deflate", 20_000)]
    [InlineData("br", 1)]
    [InlineData("zstd", 1)]
    public void Decode_OtherBytesAfterTheEnd_AreNotIgnored(string coding, int count)
    {
        var decoded = Decode([.. ContentEncoder.Encode(Text, [coding])!, .. Text.AsSpan(0, count)], coding);
        decoded.Status.ShouldBeOneOf(DecodeStatus.Corrupt, DecodeStatus.Cut); // one byte may be the beginning of a frame
        decoded.Body!.Memory.ToArray().ShouldBe(Text);
    }

    [Theory]
    [InlineData("gzip", 8)] // CRC-32
    [InlineData("gzip", 1)] // length
    [InlineData("deflate", 4)] // Adler-32
    [InlineData("deflate", 1)]
    [InlineData("zstd", 1)] // XXH64
    public void Decode_WrongChecksum_IsCorruptWithTheWholeText(string coding, int fromEnd)
    {
        var encoded = ContentEncoder.Encode(Text, [coding])!;
        if (coding == "zstd")
        {
            encoded = WithChecksum(encoded);
        }

        encoded[^fromEnd] ^= 1;
        var decoded = Decode(encoded, coding);
        decoded.Status.ShouldBe(DecodeStatus.Corrupt);

        // What the codec wrote ahead, from what it had already, may stand behind it.
        decoded.Body!.Memory.Span.StartsWith(Text).ShouldBeTrue();
        decoded.Body.Length.ShouldBeLessThan(Text.Length + 1024);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("zstd")]
    public void Decode_DamageInTheMiddle_GivesWhatStandsBeforeIt(string coding)
    {
        // More than one block of zstd, of which only whole ones come out.
        var text = Enumerable.Repeat(Text, 20).SelectMany(static part => part).ToArray();
        var random = new Random(1);
        for (var i = 0; i < text.Length; i += 7)
        {
            text[i] = (byte)random.Next('a', 'z');
        }

        var encoded = ContentEncoder.Encode(text, [coding])!;
        encoded.AsSpan(encoded.Length * 3 / 4).Fill(0xFF);
        var decoded = Decode(encoded, coding);
        decoded.Status.ShouldBe(DecodeStatus.Corrupt);
        decoded.Body!.Memory.Span.CommonPrefixLength(text).ShouldBeGreaterThan(text.Length / 4);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("zstd")]
    [InlineData("gzip, br")]
    public void Decode_PlainTextUnderAHeader_IsCorrupt(string codings) => Decode(Text, codings).Status.ShouldBe(DecodeStatus.Corrupt);

    [Theory]
    [InlineData("zstd", "gzip", "gzip: the body is zstd")]
    [InlineData("br", "gzip", "gzip: the body is br")]
    [InlineData("deflate", "gzip", "gzip: the body is deflate")]
    [InlineData("gzip", "br", "br: the body is gzip")]
    [InlineData("br", "zstd", "zstd: the body is br")]
    [InlineData("zstd", "deflate", "deflate: the body is zstd")]
    [InlineData("br, gzip", "gzip, br", "br: the body is gzip")]
    [InlineData("gzip, zstd", "zstd, gzip", "gzip: the body is zstd")]
    public void Decode_AnotherCodingThanTheHeaderSays_IsReadAndTold(string codings, string header, string told)
    {
        var decoded = Decode(ContentEncoder.Encode(Text, [codings])!, header);

        decoded.Status.ShouldBe(DecodeStatus.Corrupt);
        decoded.Detail.ShouldBe("content coding " + told);
        decoded.Body.ShouldNotBeNull().Memory.ToArray().ShouldBe(Text);
        string.Join(", ", decoded.Codings).ShouldBe(codings);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    [InlineData("zstd")]
    [InlineData("gzip, gzip")]
    public void Decode_Bomb_StopsAtTheLimit(string codings)
    {
        var encoded = ContentEncoder.Encode(new byte[50_000_000], [codings])!;
        var decoded = Decode(encoded, new DecodeLimits(MaxDecodedBytes: 10_000_000, MaxRatio: 100_000), codings);
        decoded.Status.ShouldBe(DecodeStatus.TooLarge);
        decoded.Body!.Length.ShouldBe(10_000_000);
        _budget.UsedBytes.ShouldBeLessThan(40_000_000);
        decoded.Body.Release();
        _budget.UsedBytes.ShouldBe(0);
    }

    [Fact]
    public void Decode_RatioOverTheLimit_IsTooLargeOnlyForLargeResults()
    {
        var limits = new DecodeLimits(MaxRatio: 10);
        Decode(ContentEncoder.Encode(new byte[3_000_000], ["gzip"])!, limits, "gzip").Status.ShouldBe(DecodeStatus.Decoded);
        Decode(ContentEncoder.Encode(new byte[5_000_000], ["gzip"])!, limits, "gzip").Status.ShouldBe(DecodeStatus.TooLarge);
    }

    [Theory]
    [InlineData(9_999_999, DecodeStatus.Decoded)]
    [InlineData(10_000_000, DecodeStatus.Decoded)]
    [InlineData(10_000_001, DecodeStatus.TooLarge)]
    public void Decode_AtTheLimit_IsExact(int size, DecodeStatus expected)
    {
        foreach (var coding in new[] { "gzip", "deflate", "br", "zstd" })
        {
            var encoded = ContentEncoder.Encode(new byte[size], [coding])!;
            Decode(encoded, new DecodeLimits(MaxDecodedBytes: 10_000_000, MaxRatio: 100_000), coding).Status.ShouldBe(expected, coding);
        }
    }

    [Fact]
    public void Decode_MoreThanFourLayers_IsRefusedOrStopped()
    {
        Decode(Text, "gzip, gzip, gzip, gzip, gzip").Status.ShouldBe(DecodeStatus.Unsupported);
        var five = ContentEncoder.Encode(Text, ["gzip, gzip, gzip, gzip, gzip"])!;
        Decode(five, "gzip").Status.ShouldBe(DecodeStatus.TooLarge);
    }

    [Theory]
    [InlineData("compress", "\"compress\"")]
    [InlineData("gzip, unheard-of", "\"unheard-of\"")]
    public void Decode_UnknownCoding_IsUnsupported(string codings, string named)
    {
        var decoded = Decode(Text, codings);
        decoded.Status.ShouldBe(DecodeStatus.Unsupported);
        decoded.Detail.ShouldContain(named);
        decoded.Body.ShouldBeNull();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Decode_ZstdWithoutLibrary_SaysSo(bool withHeader)
    {
        var raw = BodyLease.Own(ContentEncoder.Encode(Text, ["zstd"])!);
        var decoded = ContentDecoder.Decode(raw, withHeader ? ["zstd"] : [], DecodeLimits.Default, _budget, zstd: null);
        decoded.Status.ShouldBe(DecodeStatus.Unsupported);
        decoded.Detail.ShouldContain("libzstd is not installed");
        ContentEncoder.Encode(Text, ["zstd"], zstd: null).ShouldBeNull();
    }

    [Fact]
    public void Decode_NothingToUndo_IsIdentity()
    {
        Decode(Text).Status.ShouldBe(DecodeStatus.Identity);
        Decode(Text, "identity").Status.ShouldBe(DecodeStatus.Identity);
        Decode([], "gzip").Status.ShouldBe(DecodeStatus.Identity);
        ContentEncoder.Encode(Text, []).ShouldBe(Text);
    }

    [Fact]
    public void Decode_RandomBytes_NeverThrows()
    {
        var random = new Random(7);
        string[] codings = ["gzip", "deflate", "br", "zstd"];
        for (var i = 0; i < 400; i++)
        {
            var coding = codings[i % 4];
            var body = ContentEncoder.Encode(Text, [coding])!;
            for (var flips = random.Next(1, 20); flips > 0; flips--)
            {
                body[random.Next(body.Length)] = (byte)random.Next(256);
            }

            Decode(body, coding).Body?.Release();
        }

        _budget.UsedBytes.ShouldBe(0);
    }

    /// <summary>A frame of zstd with the checksum that the encoder leaves out (RFC 8878, 3.1.1.1.1); it is a wrong one.</summary>
    private static byte[] WithChecksum(byte[] frame)
    {
        const int descriptor = 4;
        const int hasChecksum = 4;
        frame[descriptor] |= hasChecksum;
        return [.. frame, 1, 2, 3, 4];
    }

    private DecodedBody Decode(byte[] body, params string[] headers) => Decode(body, DecodeLimits.Default, headers);

    private DecodedBody Decode(byte[] body, DecodeLimits limits, params string[] headers) => ContentDecoder.Decode(BodyLease.Own(body), headers, limits, _budget);
}
