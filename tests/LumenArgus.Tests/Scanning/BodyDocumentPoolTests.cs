using System.Text;
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

    [Fact]
    public void Scan_SteadyState_AllocatesLessThanOneByteForTenScanned()
    {
        var index = TestRules.Index([.. TestRules.All]);
        var text = string.Concat(Enumerable.Range(0, 60).Select(i => $"public int Value{i} => values[{i}]; // see https://example.com/{i}\\n"));
        var body = Encoding.UTF8.GetBytes("[" + string.Join(',', Enumerable.Repeat($$"""{"role":"user","content":"{{text}}"}""", 50)) + "]");
        Scan();

        var before = GC.GetAllocatedBytesForCurrentThread();
        Scan();

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(body.Length / 10);

        void Scan()
        {
            using var document = BodyDocument.Parse(body);
            var collector = new FindingCollector(document);
            index.Scan(document, collector, new ScanCounters());
            collector.ToFindings().ShouldBeEmpty();
        }
    }

    private static BodyDocument Parse(string json) => BodyDocument.Parse(Encoding.UTF8.GetBytes(json));
}
