using System.Text;
using LumenArgus.Scanning.Decoding;
using LumenArgus.Scanning.Fields;
using LumenArgus.Scanning.Findings;
using LumenArgus.Scanning.Rules;
using LumenArgus.Tests.PluginRuntime.Loading;

namespace LumenArgus.Tests.Scanning.Decoding;

/// <summary>Alone, because other tests take from the same pool.</summary>
[Collection(UnloadCollection.Name)]
public class DecodeAllocationTests
{
    [Fact]
    public void Expand_SteadyState_AllocatesLessThanOneByteForTenRead()
    {
        var text = string.Concat(Enumerable.Range(0, 60).Select(i => $"var value{i} = \\\"a\\\" + \\\"b{i}\\\"; // %41 \\\\u0041 {Convert.ToBase64String(Encoding.ASCII.GetBytes($"some text number {i:d4}"))}\\n"));
        var body = Encoding.UTF8.GetBytes("[" + string.Join(',', Enumerable.Repeat($$"""{"role":"user","content":"{{text}}"}""", 50)) + "]");
        Expand().ShouldBeGreaterThan(1000);

        // The pool may have been trimmed in between; one run in which it was not shows what is needed.
        Enumerable.Range(0, 10).Min(_ => Allocated()).ShouldBeLessThan(body.Length / 10);

        long Allocated()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Expand();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        long Expand()
        {
            using var document = BodyDocument.Parse(body);
            var counters = new ScanCounters();
            TextDecoder.Expand(document, new DecodeOptions(), new FindingCollector(document), counters);
            return counters.DecodedViews;
        }
    }
}
