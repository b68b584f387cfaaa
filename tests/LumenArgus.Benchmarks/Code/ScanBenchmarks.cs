using BenchmarkDotNet.Attributes;
using LumenArgus.Abstractions.Model;
using LumenArgus.Benchmarks.Load;
using LumenArgus.Scanning.Fields;

namespace LumenArgus.Benchmarks.Code;

/// <summary>Raw JSON bytes in, decision out, on one thread, with all community rules and everything on. The body is clean source text.</summary>
[MemoryDiagnoser]
public class ScanBenchmarks
{
    private readonly ScanBench _scan = new(CommunityRules.BuildIndex());
    private byte[] _body = [];

    [Params(2, 20, 200, 2_048, 51_200)]
    public int Kilobytes { get; set; }

    [GlobalSetup]
    public void MakeBody()
    {
        _body = CodeBody.Create(Kilobytes, Mode.Sse);
        _scan.MustBeClean(_body);
    }

    [Benchmark(Baseline = true)]
    public int ParseOnly()
    {
        using var document = BodyDocument.Parse(_body);
        return document.Count;
    }

    [Benchmark]
    public PolicyDecision Decide() => _scan.Decide(_body);
}
