using BenchmarkDotNet.Attributes;
using LumenArgus.Abstractions.Model;
using LumenArgus.Benchmarks.Load;

namespace LumenArgus.Benchmarks.Code;

/// <summary>What 2,000 more rules cost: the same text with the community rules alone and with rules of 2,000 made-up issuers beside them.</summary>
public class RuleCountBenchmarks
{
    private ScanBench _scan = null!;
    private byte[] _body = [];

    [Params(0, 2_000)]
    public int MoreRules { get; set; }

    [Params(200, 2_048)]
    public int Kilobytes { get; set; }

    [GlobalSetup]
    public void MakeBody()
    {
        _scan = new ScanBench(CommunityRules.BuildIndex(MoreRules));
        _body = CodeBody.Create(Kilobytes, Mode.Sse);
        _scan.MustBeClean(_body);
    }

    [Benchmark]
    public PolicyDecision Decide() => _scan.Decide(_body);
}
