using LumenArgus.Storage.Allowlists;
using LumenArgus.Storage.Channels;
using LumenArgus.Storage.Mcp;
using LumenArgus.Storage.Overrides;
using LumenArgus.Storage.PluginState;
using LumenArgus.Storage.Retention;
using LumenArgus.Storage.Rules;
using LumenArgus.Storage.WebSockets;

namespace LumenArgus.Tests.Storage.Database;

/// <summary>What is written to a store comes back, and only that.</summary>
public sealed class SmallStoreTests
{
    private const string Now = "2026-01-01T00:00:00.000Z";

    private static CancellationToken Token => StoreFixture.Token;

    [Fact]
    public async Task Rules_AddUpdateDelete()
    {
        await using var fixture = await StoreFixture.StartAsync();
        var rules = fixture.Get<IRuleStore>();
        var rule = new StoredRule { Name = "mine", Pattern = "x{3}", Tags = """["a"]""", EntropyContext = true, CreatedBy = "me" };

        (await rules.AddAsync(rule, Token)).ShouldBeTrue();
        (await rules.AddAsync(rule, Token)).ShouldBeFalse();
        (await rules.FindAsync("mine", Token)).ShouldBe(rule with { Id = 1, CreatedAt = Now, UpdatedAt = Now });
        fixture.Clock.Advance(TimeSpan.FromSeconds(1));
        (await rules.UpdateAsync(rule with { Enabled = false, Action = "block" }, Token)).ShouldBeTrue();
        var updated = (await rules.ListAsync(Token)).Single();
        updated.ShouldBe(rule with { Id = 1, Enabled = false, Action = "block", CreatedAt = Now, UpdatedAt = "2026-01-01T00:00:01.000Z" });
        (await rules.UpdateAsync(rule with { Name = "other" }, Token)).ShouldBeFalse();
        (await rules.DeleteAsync("mine", Token)).ShouldBeTrue();
        (await rules.FindAsync("mine", Token)).ShouldBeNull();
    }

    [Fact]
    public async Task Allowlists_AddListDelete()
    {
        await using var fixture = await StoreFixture.StartAsync();
        var allowlists = fixture.Get<IAllowlistStore>();

        var entry = new AllowlistEntry { ListType = "paths", Pattern = "docs/**" };

        // At the same moment, as two people do who look at one finding.
        var added = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => allowlists.AddAsync(entry, Token)));

        var id = added.Single(static number => number is not null).ShouldNotBeNull();
        (await allowlists.AddAsync(entry with { ListType = "secrets" }, Token)).ShouldNotBeNull();
        (await allowlists.DeleteAsync(id + 1, Token)).ShouldBeTrue();
        (await allowlists.ListAsync(Token)).Single().ShouldBe(
            new AllowlistEntry { Id = id, ListType = "paths", Pattern = "docs/**", CreatedAt = Now, UpdatedAt = Now });
        (await allowlists.DeleteAsync(id, Token)).ShouldBeTrue();
        (await allowlists.DeleteAsync(id, Token)).ShouldBeFalse();
    }

    [Fact]
    public async Task Overrides_SetReplaceDelete()
    {
        await using var fixture = await StoreFixture.StartAsync();
        var overrides = fixture.Get<IConfigOverrideStore>();

        await overrides.SetAsync("proxy.timeout", "10", Token);
        await overrides.SetAsync("proxy.timeout", "20", Token);

        (await overrides.AllAsync(Token)).Single().ShouldBe(KeyValuePair.Create("proxy.timeout", "20"));
        (await overrides.DeleteAsync("proxy.timeout", Token)).ShouldBeTrue();
        (await overrides.AllAsync(Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Channels_AddUpdateDelete()
    {
        await using var fixture = await StoreFixture.StartAsync();
        var channels = fixture.Get<IChannelStore>();
        var channel = new StoredChannel { Name = "team", Type = "webhook" };

        var id = (await channels.AddAsync(channel, limit: null, Token)).Id.ShouldNotBeNull();
        (await channels.AddAsync(channel, limit: null, Token)).ShouldBe(new ChannelAddition(Id: null, ChannelRefusal.NameTaken));
        (await channels.AddAsync(channel with { Name = "second" }, limit: 1, Token)).ShouldBe(new ChannelAddition(Id: null, ChannelRefusal.LimitReached));
        var second = (await channels.AddAsync(channel with { Name = "second" }, limit: 2, Token)).Id.ShouldNotBeNull();
        (await channels.UpdateAsync(channel with { Id = id, Enabled = false }, Token)).ShouldBeTrue();
        (await channels.UpdateAsync(channel with { Id = second }, Token)).ShouldBeFalse();
        (await channels.ListAsync(Token)).Select(static row => (row.Name, row.Enabled)).ShouldBe([("second", true), ("team", false)]);
        (await channels.DeleteAsync(id, Token)).ShouldBeTrue();
    }

    [Fact]
    public async Task Channels_ManyAtTheSameTime_NeverExceedTheLimit()
    {
        await using var fixture = await StoreFixture.StartAsync();
        var channels = fixture.Get<IChannelStore>();

        var added = await Task.WhenAll(Enumerable.Range(0, 50).Select(number => channels.AddAsync(new StoredChannel { Name = $"c{number}", Type = "webhook" }, limit: 3, Token)));

        added.Count(static addition => addition.Id is not null).ShouldBe(3);
        (await channels.ListAsync(Token)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Channels_Reconcile_TheConfigurationCounts()
    {
        await using var fixture = await StoreFixture.StartAsync();
        var channels = fixture.Get<IChannelStore>();
        await channels.AddAsync(new StoredChannel { Name = "mine", Type = "webhook" }, limit: null, Token);
        var first = new StoredChannel { Name = "first", Type = "webhook" };

        (await channels.ReconcileAsync([first, first with { Name = "mine" }, first with { Name = "third" }], limit: 2, Token))
            .ShouldBe([new RefusedChannel("mine", ChannelRefusal.NameTaken), new RefusedChannel("third", ChannelRefusal.LimitReached)]);

        fixture.Clock.Advance(TimeSpan.FromSeconds(1));
        (await channels.ReconcileAsync([first], limit: 1, Token)).ShouldBeEmpty();
        (await channels.ListAsync(Token)).Single(static row => row.Name == "first").UpdatedAt.ShouldBe(Now);
        (await channels.ReconcileAsync([first with { Enabled = false }], limit: 1, Token)).ShouldBeEmpty();
        var changed = (await channels.ListAsync(Token)).Single(static row => row.Name == "first");
        (changed.Source, changed.Enabled, changed.CreatedAt, changed.UpdatedAt).ShouldBe(("yaml", false, Now, "2026-01-01T00:00:01.000Z"));
        await channels.ReconcileAsync([], limit: 1, Token);
        (await channels.ListAsync(Token)).ShouldHaveSingleItem().Name.ShouldBe("mine");
    }

    [Fact]
    public async Task McpTools_ListsSightsCallsAndBaselines()
    {
        await using var fixture = await StoreFixture.StartAsync();
        var tools = fixture.Get<IMcpToolStore>();

        var id = (await tools.AddToListAsync(new McpToolListEntry { ListType = "blocked", ToolName = "rm" }, Token)).ShouldNotBeNull();
        (await tools.AddToListAsync(new McpToolListEntry { ListType = "blocked", ToolName = "rm" }, Token)).ShouldBeNull();
        (await tools.ListsAsync(Token)).Single().CreatedAt.ShouldBe(Now);
        (await tools.RemoveFromListAsync(id, Token)).ShouldBeTrue();
        tools.RecordSeen(new DetectedMcpTool { ToolName = "ls", FirstSeen = Now, LastSeen = Now });
        tools.RecordSeen(new DetectedMcpTool { ToolName = "ls", Description = "lists", FirstSeen = "z", LastSeen = "2026-01-02T00:00:00.000Z" });
        tools.RecordSeen(new DetectedMcpTool { ToolName = "ls", LastSeen = Now, CallCount = 0 });
        tools.RecordCall(new McpToolCall { ToolName = "ls", SessionId = "s1", Timestamp = Now });
        tools.RecordCall(new McpToolCall { ToolName = "rm", SessionId = "s2", Timestamp = Now, Status = "blocked" });
        await tools.SetBaselineAsync(new McpToolBaseline { ToolName = "ls", DefinitionHash = "a", FirstSeen = Now }, Token);
        await tools.SetBaselineAsync(new McpToolBaseline { ToolName = "ls", DefinitionHash = "b", FirstSeen = "z", DriftCount = 1 }, Token);

        (await tools.SeenAsync(Token)).Single().ShouldBe(new DetectedMcpTool
        {
            ToolName = "ls", Description = "lists", FirstSeen = Now, LastSeen = "2026-01-02T00:00:00.000Z", CallCount = 2,
        });
        (await tools.CallsAsync(sessionId: null, 10, Token)).Select(static call => call.ToolName).ShouldBe(["rm", "ls"]);
        (await tools.CallsAsync("s2", 10, Token)).Single().Status.ShouldBe("blocked");
        (await tools.BaselinesAsync(Token)).Single().ShouldBe(
            new McpToolBaseline { ToolName = "ls", DefinitionHash = "b", FirstSeen = Now, DriftCount = 1 });
    }

    [Fact]
    public async Task WebSockets_OpenAndClosed_AreOneRow()
    {
        await using var fixture = await StoreFixture.StartAsync();
        var connections = fixture.Get<IWebSocketConnectionStore>();
        var open = new WebSocketConnection { Id = "c1", TargetUrl = "wss://x", ConnectedAt = 100.5 };
        var closed = open with { DisconnectedAt = 102.5, DurationSeconds = 2, FramesSent = 3, FramesReceived = 4, FindingsCount = 1, CloseCode = 1000 };

        connections.Record(open);
        connections.Record(closed);
        await fixture.FlushAsync();

        (await connections.PageAsync(10, 0, Token)).Single().ShouldBe(closed);
        (await connections.StatsAsync(DateTimeOffset.FromUnixTimeSeconds(100), Token)).ShouldBe(
            new WebSocketStats { TotalConnections = 1, TotalFramesSent = 3, TotalFramesReceived = 4, AverageDuration = 2, TotalFindings = 1 });
        (await connections.StatsAsync(DateTimeOffset.FromUnixTimeSeconds(101), Token)).ShouldBe(new WebSocketStats());
    }

    [Fact]
    public async Task PluginState_KeysOfAnotherPlugin_AreItsOwn()
    {
        await using var fixture = await StoreFixture.StartAsync();
        var state = fixture.Get<IPluginStateStore>();

        await state.SetAsync("a", "k", "1", Token);
        await state.SetAsync("a", "k", "2", Token);

        (await state.GetAsync("a", "k", Token)).ShouldBe("2");
        (await state.GetAsync("b", "k", Token)).ShouldBeNull();
        (await state.DeleteAsync("b", "k", Token)).ShouldBeFalse();
        (await state.DeleteAsync("a", "k", Token)).ShouldBeTrue();
    }

    [Fact]
    public async Task PluginState_Keys_AreThoseThatBeginSo()
    {
        await using var fixture = await StoreFixture.StartAsync();
        var state = fixture.Get<IPluginStateStore>();
        foreach (var key in new[] { "run_2", "run_1", "runs", "run%", "a", "rün" })
        {
            await state.SetAsync("a", key, "", Token);
        }

        await state.SetAsync("b", "run_3", "", Token);

        (await state.KeysAsync("a", "run_", 10, Token)).ShouldBe(["run_1", "run_2"]);
        (await state.KeysAsync("a", "run%", 10, Token)).ShouldBe(["run%"]);
        (await state.KeysAsync("a", "", 2, Token)).ShouldBe(["a", "run%"]);
    }

    [Fact]
    public async Task Retention_OldRows_AreDeletedInEveryTableThatGrows()
    {
        await using var fixture = await StoreFixture.StartAsync();
        var now = fixture.Clock.GetUtcNow();
        for (var number = 0; number < 1200; number++)
        {
            fixture.Writer.Write(StoreFixture.Row(number));
        }

        fixture.Writer.Write(StoreFixture.Row(9999, time: "2026-01-02T00:00:00.000Z"));
        fixture.Get<IMcpToolStore>().RecordCall(new McpToolCall { ToolName = "ls", Timestamp = Now });
        fixture.Get<IMcpToolStore>().RecordSeen(new DetectedMcpTool { ToolName = "ls", LastSeen = Now });
        fixture.Get<IWebSocketConnectionStore>().Record(new WebSocketConnection { Id = "c", TargetUrl = "x", ConnectedAt = now.ToUnixTimeSeconds() });
        await fixture.FlushAsync();
        var retention = fixture.Get<StoreRetention>();
        (await retention.ApplyAsync(Token)).ShouldBe(0);

        fixture.Clock.Advance(TimeSpan.FromDays(365) + TimeSpan.FromHours(1));

        // The timer may have done part of it.
        await retention.ApplyAsync(Token);
        fixture.Scalar<long>("SELECT COUNT(*) FROM findings").ShouldBe(1);
        foreach (var table in new[] { "mcp_tool_calls", "mcp_detected_tools", "ws_connections" })
        {
            fixture.Scalar<long>($"SELECT COUNT(*) FROM {table}").ShouldBe(0);
        }
    }
}
