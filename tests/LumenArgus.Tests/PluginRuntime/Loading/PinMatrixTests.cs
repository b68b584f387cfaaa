using System.Runtime.CompilerServices;
using LumenArgus.Host.Logging;
using LumenArgus.Host.Output;
using LumenArgus.PluginRuntime.Loading;
using LumenArgus.PluginTesting;
using LumenArgus.Testing.Plugins;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Tests.PluginRuntime.Loading;

/// <summary>
/// What keeps a plugin's code in memory on this runtime, and what does not. The rows that pin are asserted too: a runtime that mends one of them tells us, and the author
/// guide can drop it.
/// </summary>
[Collection(UnloadCollection.Name)]
public sealed class PinMatrixTests
{
    private const bool Unloads = false;
    private const bool Pins = true;

    [Theory]
    [InlineData("nothing", Unloads)]
    [InlineData("json by reflection", Pins)]
    [InlineData("json by context", Unloads)]
    [InlineData("json nodes", Unloads)]
    [InlineData("dapper of its own", Unloads)]
    [InlineData("sqlite reader", Unloads)]
    [InlineData("sqlite function", Unloads)]
    [InlineData("xml serializer", Unloads)]
    [InlineData("type descriptor", Pins)]
    [InlineData("validator", Pins)]
    [InlineData("generated options validator", Unloads)]
    [InlineData("options bound to its section", Unloads)]
    [InlineData("dynamic", Pins)]
    [InlineData("route values of an anonymous type", Pins)]
    [InlineData("component rendered to html", Pins)]
    [InlineData("regular expressions", Unloads)]
    [InlineData("compiled expression", Unloads)]
    [InlineData("event of the process", Pins)]
    [InlineData("event of the process, taken away", Unloads)]
    [InlineData("timer that nobody refers to", Unloads)]
    [InlineData("timer", Pins)]
    [InlineData("timer, disposed", Unloads)]
    [InlineData("handle", Pins)]
    [InlineData("handle, freed", Unloads)]
    [InlineData("thread", Pins)]
    [InlineData("thread that ends with Stopping", Unloads)]
    [InlineData("long wait", Pins)]
    [InlineData("long wait with Stopping", Unloads)]
    [InlineData("change token", Pins)]
    [InlineData("change token, disposed", Unloads)]
    [InlineData("registration on Stopping", Unloads)]
    [InlineData("abandoned tasks", Unloads)]
    [InlineData("context and thread statics", Unloads)]
    [InlineData("shared array pool", Unloads)]
    [InlineData("activity listener", Pins)]
    [InlineData("activity listener, disposed", Unloads)]
    [InlineData("meter listener", Pins)]
    [InlineData("meter listener, disposed", Unloads)]
    [InlineData("sources of diagnostics", Unloads)]
    [InlineData("logging", Unloads)]
    [InlineData("client factory", Unloads)]
    [InlineData("client factory, disposed", Unloads)]
    [InlineData("client of its own", Unloads)]
    public async Task Retire_PluginThatDidThis_LeavesMemoryOrNot(string @case, bool pins)
    {
        var context = await LoadAndRetireAsync(@case);

        // Off the stack that has just ended it.
        await Task.Yield();
        UnloadAssert.HasLeft(context).ShouldBe(!pins);
    }

    [Fact]
    public async Task PinRisks_OfAPluginThatDoesAll_NamesThemAndWhatToDoInstead()
    {
        await using var bench = new PluginBench { Settings = { ["case"] = "nothing" } };
        bench.Extensions.Add(TestPlugins.Pinning);

        var risks = (await bench.LoadActiveAsync()).GetStatus().PinRisks;

        foreach (var word in new[]
        {
            "JsonSerializer", "TypeDescriptor", "Validator", "dynamic", "RouteValueDictionary", "HtmlRenderer", "Timer", "thread", "Task.Delay", "GCHandle", "AppDomain",
            "ActivityListener", "MeterListener", "ChangeToken",
        })
        {
            risks.ShouldContain(risk => risk.Contains(word, StringComparison.Ordinal), word);
        }
    }

    [Fact]
    public async Task PinRisks_OfAPlainPlugin_AreNone()
    {
        await using var bench = new PluginBench();
        bench.Extensions.With(TestPlugins.Finder, TestPlugins.Rules, TestPlugins.Secrets, TestPlugins.Pii);

        (await bench.LoadAsync()).All.SelectMany(static plugin => plugin.PinRisks).ShouldBeEmpty();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> LoadAndRetireAsync(string @case)
    {
        // A logger that writes: one that drops everything would keep nothing either.
        using var loggers = new LoggerFactory(
            [new LineLoggerProvider(new LineWriter("pin matrix", static _ => { }), LogLineFormat.Console, LogLevel.Trace, TimeProvider.System)]);
        await using var bench = new PluginBench { Loggers = loggers, Settings = { ["case"] = @case } };
        bench.Extensions.Add(TestPlugins.Pinning);
        var retirement = await (await bench.LoadActiveAsync()).RetireAsync(TimeSpan.FromSeconds(10), CancellationToken.None);
        retirement.Problem.ShouldBeNull();
        return retirement.Context;
    }
}
