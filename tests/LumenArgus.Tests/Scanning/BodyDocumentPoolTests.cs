using System.Text;
using LumenArgus.Scanning.Decoding;
using LumenArgus.Scanning.Fields;
using LumenArgus.Scanning.Findings;
using LumenArgus.Scanning.Rules;

namespace LumenArgus.Tests.Scanning;

public sealed class BodyDocumentPoolTests
{
    private const string Secret = "ghp_0123456789012345678901234567890123456789";

    [Fact]
    public void Dispose_Twice_LeavesNothingToReadAndGivesBackOnce()
    {
        var document = Parse("""{"a":"line\nline"}""");

        document.Dispose();
        document.Dispose();

        document.Count.ShouldBe(0);
        using var first = Parse("""{"a":"one\n"}""");
        using var second = Parse("""{"a":"two\n"}""");
        Encoding.UTF8.GetString(first.Utf8(1)).ShouldBe("one\n");
        Encoding.UTF8.GetString(second.Utf8(1)).ShouldBe("two\n");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Dispose_AfterAFinding_ClearsTheTexts(bool isFound)
    {
        var document = Parse($$"""{"a":"line\n{{(isFound ? Secret : Secret.ToUpperInvariant())}}"}""");
        TestRules.Index([.. TestRules.All]).Scan(document, new FindingCollector(document), new ScanCounters());
        var side = document.Table.Side;

        document.Dispose();

        Encoding.ASCII.GetString(side).Contains("0123456789", StringComparison.Ordinal).ShouldBe(!isFound);
    }

    [Theory]
    [InlineData(20, 1024)]
    [InlineData(400, 4096)]
    public void Scan_SteadyState_AllocatesLessThanOneByteForTenScanned(int results, int bytes)
    {
        var index = TestRules.Index([.. TestRules.All]);
        var text = string.Concat(Enumerable.Range(0, bytes / 64).Select(i => $"public int Value{i} => values[{i}]; // see https://example.com/{i}\\n"));
        var body = Encoding.UTF8.GetBytes("[" + string.Join(',', Enumerable.Range(0, results).Select(i =>
            $$$"""
            {"role":"assistant","content":[{"type":"tool_use","id":"call_{{{i}}}","name":"Read","input":{"file_path":"src/File{{{i}}}.cs"}}]},
            {"role":"user","content":[{"type":"tool_result","tool_use_id":"call_{{{i}}}","content":"{{{text}}}"}]}
            """)) + "]");
        // The least of many: tests beside this one rent from the same pools, and a few scans in a row may find one empty.
        var least = Scan();
        for (var i = 0; i < 200 && least >= body.Length / 10; i++)
        {
            least = Math.Min(least, Scan());
        }

        least.ShouldBeLessThan(body.Length / 10);

        long Scan()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            using var document = BodyDocument.Parse(body);
            var collector = new FindingCollector(document);
            var counters = new ScanCounters();
            TextDecoder.Expand(document, new DecodeOptions(), collector, counters);
            index.Scan(document, collector, counters);
            collector.ToFindings().ShouldBeEmpty();
            document.LinkedFiles.Count.ShouldBe(results);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    private static BodyDocument Parse(string json) => BodyDocument.Parse(Encoding.UTF8.GetBytes(json));
}
