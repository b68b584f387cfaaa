using BenchmarkDotNet.Attributes;
using LumenArgus.Abstractions.Model;
using LumenArgus.Benchmarks.Load;
using LumenArgus.Forwarding.Bodies;
using LumenArgus.Inspection.Inspecting;
using LumenArgus.Testing.Plugins;

namespace LumenArgus.Benchmarks.Code;

/// <summary>Raw JSON bytes in, decision out, through the whole inspector with the community plugins. On a scan lane whatever the size, because some of their rules have validators.</summary>
[MemoryDiagnoser]
[InProcess] // A process of its own would be built into one folder, contract and plugins together, which the loader refuses.
public class InspectorBenchmarks
{
    private InspectionBench _community = null!;
    private BodyLease _body = null!;

    [Params(2, 20, 200, 2048)]
    public int Kilobytes { get; set; }

    // The in-process toolchain does not wait for a setup that returns a task.
    [GlobalSetup]
    public void Start() => StartAsync().GetAwaiter().GetResult();

    [Benchmark]
    public ValueTask<Decision> Inspect() => _community.InspectAsync(_body);

    [GlobalCleanup]
    public void Stop() => _community.DisposeAsync().AsTask().GetAwaiter().GetResult();

    private async Task StartAsync()
    {
        _community = await InspectionBench.StartAsync(TestPlugins.Secrets, TestPlugins.Pii, TestPlugins.Proprietary);
        _body = BodyLease.Own(CodeBody.Create(Kilobytes, Mode.Sse));
        if ((await _community.InspectAsync(_body)).Scan.Action != PolicyAction.Pass)
        {
            throw new InvalidOperationException("the body is not clean");
        }
    }
}
