using System.Text;
using BenchmarkDotNet.Attributes;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
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
    private CallsJob _fields = null!;
    private HooksJob _hooks = null!;

    // The in-process toolchain does not wait for a setup that returns a task.
    [GlobalSetup]
    public void Start() => StartAsync().GetAwaiter().GetResult();

    /// <summary>One call of a detector that finds nothing in one short field, through the invoker on a lane.</summary>
    [Benchmark(OperationsPerInvoke = CallsPerJob)]
    public ValueTask<LaneOutcome> DetectorCall() => _finder.Lanes.RunAsync(_calls, CancellationToken.None);

    /// <summary>The same over a hundred short fields: what a field costs, and that none of them allocates.</summary>
    [Benchmark(OperationsPerInvoke = CallsPerJob)]
    public ValueTask<LaneOutcome> DetectorCallOfManyFields() => _finder.Lanes.RunAsync(_fields, CancellationToken.None);

    /// <summary>One call of a hook that does nothing, through the invoker on a lane.</summary>
    [Benchmark(OperationsPerInvoke = CallsPerJob)]
    public ValueTask<LaneOutcome> EmptyHook() => _finder.Lanes.RunAsync(_hooks, CancellationToken.None);

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
        _calls = new CallsJob(_finder, CallsPerJob, fields: 1);
        _empty = new CallsJob(_finder, 0, fields: 1);
        _fields = new CallsJob(_finder, CallsPerJob, fields: 100);
        _hooks = new HooksJob(_finder, CallsPerJob);
    }

    private sealed class HooksJob(InspectionBench bench, int calls) : LaneJob, IPreRequestHook
    {
        private readonly RequestInfo _request = new(1, Guid.Empty, "POST", "/v1/messages");

        public void OnRequest(RequestInfo request)
        {
            // What a call costs by itself.
        }

        protected override void Run(ScanLane lane)
        {
            var call = new PluginCall(bench.Generation.Plugins.Active[0], "pre_request") { Lane = lane };
            for (var i = 0; i < calls; i++)
            {
                bench.Invoker.Invoke(call, this, static job => job.OnRequest(job._request));
            }
        }
    }

    private sealed class CallsJob(InspectionBench bench, int calls, int fields) : LaneJob
    {
        private readonly BodyDocument _document = BodyDocument.Parse(Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Repeat("\"b\"", fields))}]"));

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
