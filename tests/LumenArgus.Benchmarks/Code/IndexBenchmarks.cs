using BenchmarkDotNet.Attributes;
using LumenArgus.Scanning.Rules;

namespace LumenArgus.Benchmarks.Code;

/// <summary>The rule index from rules to ready, and the memory it takes.</summary>
[MemoryDiagnoser]
public class IndexBenchmarks
{
    private CommunityRules _rules = null!;

    [Params(0, 2_000)]
    public int MoreRules { get; set; }

    [GlobalSetup]
    public void ReadRules() => _rules = CommunityRules.Read(MoreRules);

    [Benchmark]
    public RuleIndex Build() => _rules.Build();
}
