using LumenArgus.Abstractions.Model;
using LumenArgus.Forwarding.Bodies;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Fingerprints;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Inspecting;
using LumenArgus.Inspection.Mcp;
using LumenArgus.Inspection.Rules;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Lanes;
using LumenArgus.Testing.Plugins;
using Microsoft.Extensions.Logging.Abstractions;

namespace LumenArgus.Benchmarks.Code;

/// <summary>The inspection as the product composes it, with plugins loaded through their load contexts.</summary>
internal sealed class InspectionBench : IAsyncDisposable
{
    private readonly ExtensionsFolder _extensions = new();
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("lumen-bench-");
    private readonly CurrentGeneration _current = new();
    private readonly GenerationHost _host;

    private InspectionBench(ReadOnlySpan<TestPlugin> plugins)
    {
        _extensions.With(plugins);
        Invoker = new PluginInvoker(TimeProvider.System, NullLogger.Instance);
        Lanes = new ScanLanes(new ScanLanesOptions(), TimeProvider.System, NullLogger.Instance);
        Inspector = new Inspector(Lanes, Invoker, new BodyBudget(long.MaxValue), Memory, TimeProvider.System, NullLogger<Inspector>.Instance);
        _host = new GenerationHost(
            new PluginSearchPath([_extensions.Path], _data.FullName),
            new GenerationBuilder(Invoker, NullLogger<GenerationBuilder>.Instance),
            _current,
            new NoRuleTable(),
            new NoMcpToolLists(),
            TimeProvider.System,
            NullLoggerFactory.Instance);
    }

    public PluginInvoker Invoker { get; }

    public ConversationMemory Memory { get; } = new(TimeProvider.System, NullLogger<ConversationMemory>.Instance);

    public ScanLanes Lanes { get; }

    public Inspector Inspector { get; }

    public Generation Generation => _current.Peek!;

    public static async Task<InspectionBench> StartAsync(params TestPlugin[] plugins)
    {
        var bench = new InspectionBench(plugins);
        LumenArgusHome.TryResolve(name => name == LumenArgusHome.Variable ? bench._data.FullName : null, out var home, out _);
        var generation = await bench._host.StartAsync(LumenArgusConfig.Defaults(home!), CancellationToken.None);
        if (generation.Plugins.Active.Length != plugins.Length)
        {
            // Else an empty inspection would be measured, and look fast.
            throw new InvalidOperationException(string.Join("; ", generation.Plugins.All.Select(static plugin => $"{plugin.Id}: {plugin.State} {plugin.Reason}")));
        }

        return bench;
    }

    public ValueTask<Decision> InspectAsync(BodyLease body) => Inspector.InspectAsync(
        new InspectionRequest { Request = new RequestInfo(1, Guid.Empty, "POST", "/v1/messages"), Provider = "anthropic", Body = body },
        Generation,
        CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        Lanes.Dispose();
        Memory.Dispose();
        _extensions.Dispose();
        _data.Delete(recursive: true);
    }
}
