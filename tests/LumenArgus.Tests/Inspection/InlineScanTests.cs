using System.Collections.Immutable;
using System.Text;
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
using LumenArgus.PluginRuntime.Trust;
using LumenArgus.Testing.Plugins;
using Microsoft.Extensions.Logging.Abstractions;

namespace LumenArgus.Tests.Inspection;

/// <summary>Where a body is scanned. The lanes are stopped in most of these tests: what is scanned all the same was scanned on the caller's thread, and all else is a scan that failed.</summary>
public sealed class InlineScanTests : IAsyncDisposable
{
    private const int InlineBytes = 128 * 1024;
    private const int LongBytes = 1024 * 1024;

    private readonly ExtensionsFolder _extensions = new();
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("lumen-test-");
    private readonly ConversationMemory _memory = new(TimeProvider.System, NullLogger<ConversationMemory>.Instance);
    private readonly PluginInvoker _invoker = new(TimeProvider.System, NullLogger.Instance);
    private Inspector _inspector;
    private readonly BodyBudget _budget = new(long.MaxValue);
    private readonly CurrentGeneration _current = new();
    private GenerationHost? _host;

    public InlineScanTests()
    {
        var lanes = new ScanLanes(new ScanLanesOptions(), TimeProvider.System, NullLogger.Instance);
        lanes.Dispose();
        _inspector = new Inspector(lanes, _invoker, _budget, _memory, TimeProvider.System, NullLogger<Inspector>.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        _memory.Dispose();
        _extensions.Dispose();
        _data.Delete(recursive: true);
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(InlineBytes - 1, true)]
    [InlineData(InlineBytes, false)]
    public async Task InspectAsync_ValidatorsOfTheProduct_SmallBodiesNeedNoLane(int bytes, bool isInline)
    {
        var generation = await StartAsync(isShipped: true);
        generation.Plugins.Active.ShouldHaveSingleItem().CameWithProduct.ShouldBeTrue();

        (await InspectAsync(generation, "test_1234", bytes)).ShouldBe(isInline ? ["test_even_number"] : ["scan_error"]);
    }

    [Fact]
    public async Task InspectAsync_ValidatorOfOthers_NeedsALane()
    {
        var generation = await StartAsync(isShipped: false);
        generation.Plugins.Active.ShouldHaveSingleItem().CameWithProduct.ShouldBeFalse();

        (await InspectAsync(generation, "test_1234")).ShouldBe(["scan_error"]);
    }

    [Fact]
    public async Task InspectAsync_BesideAnotherScan_NeedsALane()
    {
        var generation = await StartAsync(isShipped: true);

        var first = await StartOneThatWaitsAsync(generation, 100);

        (await InspectAsync(generation, "test_1234")).ShouldBe(["scan_error"]);

        first.IsCompleted.ShouldBeFalse();
        await _host!.DisposeAsync();
        (await first).ShouldBe(["test_even_number"]);
        (await InspectAsync(generation, "nothing")).ShouldBeEmpty();
    }

    [Fact]
    public async Task InspectAsync_BesideALongScanOnEachLane_NeedsNoLane()
    {
        using var lanes = new ScanLanes(new ScanLanesOptions { Threads = 1, CallBudget = TimeSpan.FromMinutes(1) }, TimeProvider.System, NullLogger.Instance);
        _inspector = new Inspector(lanes, _invoker, _budget, _memory, TimeProvider.System, NullLogger<Inspector>.Instance);
        var generation = await StartAsync(isShipped: true);
        var first = await StartOneThatWaitsAsync(generation, LongBytes);

        (await InspectAsync(generation, "test_1234")).ShouldBe(["test_even_number"]);

        first.IsCompleted.ShouldBeFalse();
        await _host!.DisposeAsync();
        (await first).ShouldBe(["test_even_number"]);
    }

    // For the second value the validator returns when the plugin is stopped.
    private async Task<Task<string[]>> StartOneThatWaitsAsync(Generation generation, int bytes)
    {
        var faults = generation.Plugins.Active.ShouldHaveSingleItem().Faults;
        var calls = faults.Counts.Ok;
        var inspection = Task.Run(() => InspectAsync(generation, "test_1234 test_7777", bytes), CancellationToken.None);
        while (faults.Counts.Ok == calls && !inspection.IsCompleted)
        {
            await Task.Yield();
        }

        return inspection;
    }

    private async Task<Generation> StartAsync(bool isShipped)
    {
        var folder = _extensions.Add(TestPlugins.Rules);
        var shipped = ImmutableDictionary<string, ImmutableSortedDictionary<string, string>>.Empty;
        _host = new GenerationHost(
            new PluginSearchPath([_extensions.Path], _data.FullName),
            new GenerationBuilder(_invoker, NullLogger<GenerationBuilder>.Instance),
            _current,
            new NoRuleTable(),
            new NoMcpToolLists(),
            TimeProvider.System,
            NullLoggerFactory.Instance)
        {
            Shipped = new ShippedPlugins(isShipped ? shipped.Add(TestPlugins.Rules.Id, PluginFiles.Read(folder)) : shipped),
        };
        LumenArgusHome.TryResolve(name => name == LumenArgusHome.Variable ? _data.FullName : null, out var home, out _);
        return await _host.StartAsync(LumenArgusConfig.Defaults(home!), CancellationToken.None);
    }

    private async Task<string[]> InspectAsync(Generation generation, string word, int bytes = 100)
    {
        var body = Encoding.ASCII.GetBytes($$"""{"text":"{{word.PadRight(bytes - 11)}}"}""");
        body.Length.ShouldBe(bytes);
        var decision = await _inspector.InspectAsync(
            new InspectionRequest { Request = new RequestInfo(1, Guid.Empty, "POST", "/v1/messages"), Provider = "anthropic", Body = BodyLease.Own(body) }, generation, CancellationToken.None);
        return [.. decision.Scan.Findings.Select(static finding => finding.Type)];
    }
}
