using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using LumenArgus.Abstractions.Model;
using LumenArgus.Benchmarks.Load;

namespace LumenArgus.Benchmarks.Code;

/// <summary>Texts made to be expensive, against ordinary source text of the same size: the ratio is to stay below 20.</summary>
public class WorstCaseBenchmarks
{
    private const int Kilobytes = 200;

    private readonly ScanBench _scan = new(CommunityRules.BuildIndex());
    private byte[] _ordinary = [];
    private byte[] _body = [];

    public static IEnumerable<string> Texts => WorstCases.All.Keys;

    [ParamsSource(nameof(Texts))]
    public string Text { get; set; } = "";

    [GlobalSetup]
    public void MakeBody()
    {
        _ordinary = CodeBody.Create(Kilobytes, Mode.Sse);
        _body = Encoding.UTF8.GetBytes($"{{\"messages\":[{{\"role\":\"user\",\"content\":\"{JsonEncodedText.Encode(WorstCases.All[Text](Kilobytes * 1024))}\"}}]}}");
    }

    [Benchmark(Baseline = true)]
    public PolicyDecision Ordinary() => _scan.Decide(_ordinary);

    [Benchmark]
    public PolicyDecision Worst() => _scan.Decide(_body);
}
