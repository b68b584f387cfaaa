using BenchmarkDotNet.Attributes;
using LumenArgus.Abstractions.Model;
using LumenArgus.Forwarding.Bodies;
using LumenArgus.Inspection.Inspecting;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Lanes;
using LumenArgus.Scanning.Fields;
using LumenArgus.Scanning.Findings;
using LumenArgus.Testing.Plugins;

namespace LumenArgus.Benchmarks.Code;

/// <summary>What a plugin call costs beyond the plugin's own work: the invoker, and the way to a scan lane and back.</summary>
[MemoryDiagnoser]
[InProcess] // A process of its own would be built into one folder, contract and plugins together, which the loader refuses.
public class PluginCallBenchmarks
{
    private const int CallsPerJob = 1_000;

    private InspectionBench _finder = null!;
    private InspectionBench _none = null!;
    private BodyLease _body = null!;
    private CallsJob _calls = null!;
    private CallsJob _empty = null!;

    // The in-process toolchain does not wait for a setup that returns a task.
    [GlobalSetup]
    public void Start() => StartAsync().GetAwaiter().GetResult();

    /// <summary>One call of a detector that finds nothing in one short field, through the invoker on a lane.</summary>
    [Benchmark(OperationsPerInvoke = CallsPerJob)]
    public ValueTask<LaneOutcome> DetectorCall() => _finder.Lanes.RunAsync(_calls, CancellationToken.None);

    /// <summary>To a scan lane and back with nothing to do.</summary>
    [Benchmark]
    public ValueTask<LaneOutcome> LaneRoundTrip() => _finder.Lanes.RunAsync(_empty, CancellationToken.None);

    /// <summary>A whole inspection without any plugin, inline: the base.</summary>
    [Benchmark(Baseline = true)]
    public ValueTask<Decision> InspectWithoutPlugins() => _none.InspectAsync(_body);

    /// <summary>The same with one detector, on a lane.</summary>
    [Benchmark]
    public ValueTask<Decision> InspectWithOneDetector() => _finder.InspectAsync(_body);

    [GlobalCleanup]
    public void Stop()
    {
        _finder.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _none.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    private async Task StartAsync()
    {
        _finder = await InspectionBench.StartAsync(TestPlugins.Finder);
        _none = await InspectionBench.StartAsync();
        _body = BodyLease.Own("{\"a\":\"b\"}"u8.ToArray());
        _calls = new CallsJob(_finder, CallsPerJob);
        _empty = new CallsJob(_finder, 0);
    }

    private sealed class CallsJob(InspectionBench bench, int calls) : LaneJob
    {
        private readonly BodyDocument _document = BodyDocument.Parse("{\"a\":\"b\"}"u8.ToArray());

        protected override void Run(ScanLane lane)
        {
            var plugin = bench.Generation.Plugins.Active[0];
            var detector = plugin.Contributions.Detectors[0];
            var sink = new FindingCollector(_document).SinkFor(detector.Name);
            var batch = new ScanBatch(_document, "anthropic", model: null, SessionContext.Empty);
            var call = new PluginCall(plugin, "detect") { Lane = lane, BodyBytes = _document.Body.Length };
            for (var i = 0; i < calls; i++)
            {
                bench.Invoker.Detect(call, detector.Detector, batch, sink);
            }
        }
    }
}
