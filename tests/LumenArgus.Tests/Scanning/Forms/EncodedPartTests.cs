using System.IO.Compression;
using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Decoding;
using LumenArgus.Scanning.Decoding.Declared;
using LumenArgus.Tests.Scanning.Decoding;

namespace LumenArgus.Tests.Scanning.Forms;

/// <summary>Parts that say how they are encoded, or show it.</summary>
public sealed class EncodedPartTests
{
    private const string Token = Decoded.GitHub;
    private const string Base64 = "Content-Disposition: form-data; name=\"f\"\r\nContent-Transfer-Encoding: base64";
    private const string QuotedPrintable = "Content-Disposition: form-data; name=\"f\"\r\nContent-Transfer-Encoding: Quoted-Printable";

    [Theory]
    [InlineData(76)]
    [InlineData(12)]
    [InlineData(1000)]
    public void Scan_Base64_IsFoundHoweverItIsWrapped(int width)
    {
        var finding = Run(Base64, Wrap(Convert.ToBase64String(Encoding.ASCII.GetBytes($"some words, {Token} and more")), width)).Only("github_token");
        finding.Location.ShouldBe("body[f][base64]");
    }

    [Fact]
    public void Scan_Base64ThatIsShort_IsDecodedToo()
    {
        var index = TestRules.Index(new DetectionRule { Name = "door", Detector = "secrets", Pattern = @"door[0-9]{4}", Keywords = ["door"], Severity = Severity.High });
        var result = Decoded.RunTyped(Multipart(Base64, Convert.ToBase64String("door1234"u8)), new MultipartBody().ContentType, index: index);
        result.Only("door").Location.ShouldBe("body[f][base64]");
    }

    [Fact]
    public void Scan_Base64ThatIsNone_IsReadAsText()
    {
        Run(Base64, $"not base64: {Token}").Only("github_token").Location.ShouldBe("body[f]");
    }

    [Fact]
    public void Scan_Base64WithCompressedContent_IsUnpacked()
    {
        Run(Base64, Wrap(Convert.ToBase64String(Gzip($"some words, {Token}")), 76)).Only("github_token").Location.ShouldBe("body[f][base64][gzip]");
    }

    [Fact]
    public void Scan_QuotedPrintable_IsFoundOverASoftLineBreak()
    {
        var result = Run(QuotedPrintable, $"caf=C3=A9 {Token[..12]}=\r\n{Token[12..]} end");
        var finding = result.Only("github_token");
        finding.Location.ShouldBe("body[f][quoted-printable]");
        result.Raw(finding).ShouldBe($"{Token[..12]}=\r\n{Token[12..]}");
    }

    [Fact]
    public void Scan_OneEscapeOfQuotedPrintable_IsEnough()
    {
        Run(QuotedPrintable, $"{Token[..3]}=5F{Token[4..]}").Only("github_token").Location.ShouldBe("body[f][quoted-printable]");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("zip")]
    public void Scan_PackedPart_IsGivenToTheUnpackerAndWhatComesOutIsScanned(string? coding)
    {
        var unpacker = new Reverse();
        var headers = "Content-Disposition: form-data; name=\"f\"" + (coding is null ? "" : $"\r\nContent-Encoding: {coding}");
        string packed = new([.. Enumerable.Reverse($"some words, {Token}")]);
        var result = Decoded.RunTyped(Multipart(headers, packed), new MultipartBody().ContentType, unpacker: unpacker);

        var finding = result.Only("github_token");
        finding.Location.ShouldBe("body[f][gzip]");
        result.Raw(finding).ShouldBe(packed);
        unpacker.Codings.ShouldBe([coding]);
        unpacker.Disposed.ShouldBe(1);
    }

    [Fact]
    public void Scan_DecodingSwitchedOff_LeavesThePartAsItIs()
    {
        var body = Multipart(Base64, Convert.ToBase64String(Encoding.ASCII.GetBytes($"some words, {Token}")));
        Decoded.RunTyped(body, new MultipartBody().ContentType, new DecodeOptions { Base64 = false }).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Scan_PartBeyondTheLimit_IsReported()
    {
        var body = Multipart(Base64, Convert.ToBase64String(Encoding.ASCII.GetBytes(new string('x', 3000) + Token)));
        var result = Decoded.RunTyped(body, new MultipartBody().ContentType, new DecodeOptions { MaxDecodedLength = 300 });
        result.Findings.ShouldHaveSingleItem().Type.ShouldBe("unscanned");
    }

    private static DecodeResult Run(string headers, string content) => Decoded.RunTyped(Multipart(headers, content), new MultipartBody().ContentType);

    private static byte[] Multipart(string headers, string content) => new MultipartBody().Field("a", "b").Part(headers, content).End();

    private static string Wrap(string text, int width) => string.Join("\r\n", text.Chunk(width).Select(static line => new string(line)));

    private static byte[] Gzip(string text)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.ASCII.GetBytes(text));
        }

        return target.ToArray();
    }

    // Stands for a codec that is easy to see through: a part that ends with "emos" is some words, backwards.
    private sealed class Reverse : IPartUnpacker
    {
        public List<string?> Codings { get; } = [];

        public int Disposed { get; private set; }

        public IUnpackedPart? Unpack(ReadOnlyMemory<byte> packed, string? codings, int maxBytes)
        {
            if (!packed.Span.EndsWith("emos"u8))
            {
                return null;
            }

            Codings.Add(codings);
            return new Part(this, [.. Enumerable.Reverse(packed.ToArray())]);
        }

        private sealed class Part(Reverse owner, byte[] content) : IUnpackedPart
        {
            public ReadOnlyMemory<byte> Content => content;

            public void Dispose() => owner.Disposed++;
        }
    }
}
