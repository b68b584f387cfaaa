using System.IO.Compression;
using System.Text;
using LumenArgus.Scanning.Decoding;
using LumenArgus.Scanning.Fields;
using LumenArgus.Scanning.Findings;
using LumenArgus.Scanning.Rules;

namespace LumenArgus.Tests.Scanning.Decoding;

public class DecodeLimitTests
{
    [Fact]
    public void Expand_PieceBeyondItsLimit_IsReportedAndTheRestIsSeen()
    {
        var encoded = Convert.ToBase64String(Encoding.ASCII.GetBytes(new string('a', 3000) + " " + Decoded.GitHub)).TrimEnd('=');
        var result = Decoded.Run($"[\"{encoded}\"]", new DecodeOptions { MaxDecodedLength = 1000 });

        result.Findings.ShouldHaveSingleItem().Type.ShouldBe("unscanned");
        result.Findings[0].Detail!.ShouldStartWith($"{encoded.Length - 1333} byte(s) were not scanned: not decoded, a piece");
        Decoded.Run($"[\"{encoded}\"]").Only("github_token");
    }

    [Theory]
    [InlineData("%41")]
    [InlineData("&#65;")]
    [InlineData("41 ")]
    public void Expand_LongPieceOfAnyKind_IsReported(string unit)
    {
        var result = Decoded.Run($"[\"{string.Concat(Enumerable.Repeat(unit, 2000))}\"]", new DecodeOptions { MaxDecodedLength = 1000 });

        result.Findings.ShouldHaveSingleItem().Type.ShouldBe("unscanned");
    }

    [Fact]
    public void Expand_Bomb_StopsAtTheLimitAndIsReported()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 40; i++)
            {
                gzip.Write(zeros);
            }
        }

        var body = $"[\"{Convert.ToBase64String(packed.ToArray())}\"]";
        var result = Decoded.Run(body, new DecodeOptions { MaxDecodedLength = 1 << 20 });

        result.Counters.DecodedBytes.ShouldBeLessThanOrEqualTo((1 << 20) + body.Length);
        result.Findings.ShouldHaveSingleItem().Type.ShouldBe("unscanned");
    }

    [Fact]
    public void Expand_BodyBeyondItsLimit_IsReported()
    {
        var piece = Convert.ToBase64String(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("some words of text, ", 45))));
        var body = "[" + string.Join(',', Enumerable.Repeat($$"""{"a":"{{piece}}"}""", 10)) + "]";
        using var document = BodyDocument.Parse(Encoding.ASCII.GetBytes(body));
        var collector = new FindingCollector(document);
        var options = new DecodeOptions();
        using var buffers = new DecodeBuffers();
        var budget = new DecodeBudget(2000, options.MaxDecodedLength);

        new DocumentDecoder(document, options, buffers, budget, unpacker: null).Run();

        budget.Missed.ShouldBe(7 * piece.Length);
        collector.ToFindings().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1, 4)]
    [InlineData(8, 9)]
    [InlineData(30, 31)]
    public void Expand_ContentShorterThanTheMinimum_IsNoView(int minimum, int length)
    {
        var options = new DecodeOptions { MinDecodedLength = minimum };
        Views(length).ShouldBeGreaterThan(0);
        Views(minimum - 1).ShouldBe(0);

        long Views(int count) => Decoded.Run(
            "[\"" + Convert.ToBase64String([.. Enumerable.Repeat((byte)0xFF, 33), .. Enumerable.Repeat((byte)'a', count), .. Enumerable.Repeat((byte)0xFF, 33)]) + "\"]",
            options).Counters.DecodedViews;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Dispose_AfterAFinding_ClearsTheViews(bool isFound)
    {
        var token = isFound ? Decoded.GitHub : Decoded.GitHub.ToUpperInvariant();
        var document = BodyDocument.Parse(Encoding.ASCII.GetBytes($"[\"{Convert.ToBase64String(Encoding.ASCII.GetBytes(token))}\"]"));
        var collector = new FindingCollector(document);
        TextDecoder.Expand(document, new DecodeOptions(), collector, new ScanCounters());
        Decoded.Index.Scan(document, collector, new ScanCounters());
        var chunk = document.Views!.Chunk(0);

        document.Dispose();

        document.Count.ShouldBe(0);
        Encoding.ASCII.GetString(chunk).Contains(token, StringComparison.Ordinal).ShouldBe(!isFound);
    }
}
