using System.Net;
using LumenArgus.FunctionalTests.Dashboard;
using LumenArgus.FunctionalTests.Product;
using LumenArgus.Inspection.Configuration;
using LumenArgus.PluginRuntime.Loading;
using LumenArgus.Testing.Plugins;
using LumenArgus.Testing.Processes;

namespace LumenArgus.FunctionalTests.Notifications;

/// <summary>Channels of the file and of the dashboard, their limit, and plugins that come, go and fail while messages flow.</summary>
public sealed class ChannelTests : IDisposable
{
    internal const string Address = "/api/v1/notifications/channels";

    private readonly ToldFile _told = new();

    public void Dispose() => _told.Dispose();

    [Fact]
    public async Task Limit_IsOneUntilAPluginSaysOtherwise()
    {
        await using var fixture = await StartAsync([]);

        (await AddAsync(fixture, "one")).Status.ShouldBe(HttpStatusCode.Created);
        var second = await AddAsync(fixture, "two");
        (second.Status, second.Error, second.Json.GetProperty("limit").GetInt32()).ShouldBe((HttpStatusCode.Conflict, "channel_limit_reached", 1));
        second.Json.GetProperty("detail").GetString().ShouldBe("There may be 1 notification channel, and there are as many. A plugin can lift that; or delete one first.");
        (await AddAsync(fixture, "one")).Error.ShouldBe("exists");
        (await fixture.Client.SendAsync(HttpMethod.Delete, Address + "/1", "{}")).Status.ShouldBe(HttpStatusCode.OK);
        (await AddAsync(fixture, "two")).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Limit_LiftedByAPlugin_AndManyAtTheSameTime()
    {
        await using var fixture = await StartAsync([], ("limit", "3"));

        var replies = await Task.WhenAll(Enumerable.Range(0, 12).Select(number => AddAsync(fixture, $"c{number}")));

        replies.Count(static reply => reply.Status == HttpStatusCode.Created).ShouldBe(3);
        replies.Where(static reply => reply.Status != HttpStatusCode.Created).ShouldAllBe(static reply => reply.Error == "channel_limit_reached");
        (await fixture.Client.SendAsync(HttpMethod.Post, Address + "/batch", """{"action":"delete","ids":[1,2,3]}""")).Json.GetProperty("affected").GetInt32().ShouldBe(3);
    }

    [Fact]
    public async Task ChannelsOfTheFile_CountAsTheyStandThere()
    {
        await using var fixture = await StartAsync([NotifiedProduct.ToFile(_told.Path)]);
        var channel = (await fixture.ChannelAsync(static _ => true)).Json.GetProperty("channels")[0];
        (channel.GetProperty("name").GetString(), channel.GetProperty("source").GetString()).ShouldBe(("team", "yaml"));
        (await fixture.Client.SendAsync(HttpMethod.Put, Address + "/1", """{"name":"other"}""")).Error.ShouldBe("not_editable");
        (await fixture.Client.SendAsync(HttpMethod.Delete, Address + "/1", "{}")).Error.ShouldBe("not_deletable");
        (await fixture.Client.SendAsync(HttpMethod.Put, Address + "/1", """{"enabled":false}""")).Json.GetProperty("enabled").GetBoolean().ShouldBeFalse();

        // Read again, the file counts; one channel more than there may be is said.
        await ReloadAsync(fixture, [NotifiedProduct.ToFile(_told.Path) with { MinSeverity = "critical" }, NotifiedProduct.ToFile(_told.Path) with { Name = "second" }]);
        await fixture.ChannelAsync(static channel => channel.GetProperty("enabled").GetBoolean() && channel.GetProperty("min_severity").GetString() == "critical");
        await fixture.HealthAsync(static health => health.Contains("channel second of config.yaml is not used: there may be 1, a plugin can lift that", StringComparison.Ordinal));

        await ReloadAsync(fixture, []);
        await fixture.UntilAsync(Address, static reply => reply.Json.GetProperty("channels").GetArrayLength() == 0);
        await fixture.HealthAsync(static health => health.Contains("\"degraded\":false", StringComparison.Ordinal));

        // What the dashboard has under that name is not touched.
        (await AddAsync(fixture, "team")).Status.ShouldBe(HttpStatusCode.Created);
        await ReloadAsync(fixture, [NotifiedProduct.ToFile(_told.Path)]);
        await fixture.HealthAsync(static health => health.Contains("channel team of config.yaml is not used: the dashboard has one of this name", StringComparison.Ordinal));
        (await fixture.Client.GetAsync(Address)).Json.GetProperty("channels")[0].GetProperty("source").GetString().ShouldBe("dashboard");
    }

    [Fact]
    public async Task ChannelOfTheFile_WithoutADatabase_IsTold()
    {
        await using var fixture = await DashboardFixture.StartAsync(
            config => config with { Analytics = config.Analytics with { Enabled = false }, Notifications = config.Notifications with { Channels = [NotifiedProduct.ToFile(_told.Path)] } },
            static folder => folder.With(TestPlugins.Secrets, TestPlugins.Notifying));

        await fixture.SendPromptAsync($"key {Bodies.AwsKey}");

        await _told.UntilAsync(static lines => lines.SequenceEqual(["aws_access_key:alert:AKIA****"]));
        (await AddAsync(fixture, "a")).Error.ShouldBe("no_store");
    }

    [Fact]
    public async Task ChannelOfTheFile_WithADatabaseThatIsBrokenAtTheStart_IsToldAndTheDatabaseIsSaid()
    {
        await using var fixture = await DashboardFixture.StartAsync(
            config =>
            {
                File.WriteAllText(config.Analytics.DbPath, new string('x', 8192));
                return config with { Notifications = config.Notifications with { Channels = [NotifiedProduct.ToFile(_told.Path)] } };
            },
            static folder => folder.With(TestPlugins.Secrets, TestPlugins.Notifying));

        await fixture.SendPromptAsync($"key {Bodies.AwsKey}");

        await _told.UntilAsync(static lines => lines.SequenceEqual(["aws_access_key:alert:AKIA****"]));
        await fixture.HealthAsync(static health => health.Contains("is damaged or no database", StringComparison.Ordinal));
        (await AddAsync(fixture, "a")).Error.ShouldBe("store_unavailable");
    }

    [Fact]
    public async Task Events_OfAChannel_DecideWhatItIsToldOf()
    {
        await using var fixture = await StartAsync([NotifiedProduct.ToFile(_told.Path) with { Events = """["log"]""" }]);

        await fixture.SendPromptAsync($"key {Bodies.AwsKey}");
        await ReloadAsync(fixture, [NotifiedProduct.ToFile(_told.Path) with { Events = "[]" }]);
        await fixture.ChannelAsync(static channel => channel.GetProperty("events").GetArrayLength() == 0);
        await fixture.SendPromptAsync($"key {Bodies.AwsKey}");

        await _told.UntilAsync(static lines => lines.SequenceEqual(["aws_access_key:block:AKIA****"]));
    }

    [Theory]
    [InlineData("throw", "Plugin test.notifying failed: System.InvalidOperationException", 1)]
    [InlineData("refuse", "refused   here", 0)]
    [InlineData("nothing", "Plugin test.notifying cannot use these settings.", 0)]
    public async Task Notifier_ThatFails_IsShownAndItsFaultsAreCounted(string mode, string error, int faults)
    {
        await using var fixture = await StartAsync([NotifiedProduct.ToFile(_told.Path, mode)]);

        var reply = await fixture.Client.SendAsync(HttpMethod.Post, Address + "/1/test", "{}");

        (reply.Status, reply.Json.GetProperty("detail").GetString()).ShouldBe((HttpStatusCode.BadGateway, error));
        (await fixture.Client.GetAsync(Address)).Json.GetProperty("channels")[0].GetProperty("last_error").GetString().ShouldBe(error);
        var plugin = fixture.Host.Product.Plugins.Plugins.Find(TestPlugins.Notifying.Id)!;
        plugin.Faults.Counts.Faulted.ShouldBe(faults);
        plugin.State.ShouldBe(faults > 0 ? PluginState.Degraded : PluginState.Active);
    }

    [Fact]
    public async Task Notifier_WithoutAChannel_IsToldToo()
    {
        await using var fixture = await StartAsync([], ("notifier", _told.Path));

        await fixture.SendPromptAsync($"key {Bodies.AwsKey}");
        await fixture.SendPromptAsync($"key {Bodies.AwsKey}");

        await _told.UntilAsync(static lines => lines.SequenceEqual(["aws_access_key:block:AKIA****"]));
    }

    [Fact]
    public async Task ChannelOfTheFile_NeedsAVariableThatIsNotSet_IsSaidAtOnce()
    {
        var channel = NotifiedProduct.ToFile(_told.Path) with { Settings = """{"path":"${env:LUMEN_ARGUS_NOT_SET}"}""" };
        await using var fixture = await StartAsync([channel]);

        await fixture.HealthAsync(health => health.Contains($"channel {channel.Name} cannot send: path needs the environment variable LUMEN_ARGUS_NOT_SET, which is not set.", StringComparison.Ordinal));
        await ReloadAsync(fixture, [channel with { Enabled = false }]);
        await fixture.HealthAsync(static health => health.Contains("\"degraded\":false", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("all", 3)]
    [InlineData("fail", 1)]
    public async Task Dispatcher_OfAPlugin_DecidesUnlessItFails(string dispatcher, int messages)
    {
        await using var fixture = await StartAsync([NotifiedProduct.ToFile(_told.Path)], ("dispatcher", dispatcher));

        // The first one has arrived before the others come: what is held back while it waits would go out with it.
        await fixture.SendPromptAsync($"key {Bodies.AwsKey}");
        await _told.UntilAsync(static lines => lines.Length == 1);
        await fixture.SendPromptAsync($"key {Bodies.AwsKey}");
        await fixture.SendPromptAsync($"key {Bodies.AwsKey}");

        // Without the host's cooldown, or, where it fails, with it.
        await _told.UntilAsync(lines => lines.Length == messages);
        await fixture.UntilAsync("/api/v1/status", reply => reply.Json.GetProperty("notification_suppressed").EnumerateObject().Sum(static kind => kind.Value.GetInt64()) == 3 - messages);
    }

    [Fact]
    public async Task Live_OpenDashboard_HearsOfAMessage()
    {
        await using var fixture = await StartAsync([NotifiedProduct.ToFile(_told.Path)]);
        await fixture.ChannelAsync(static _ => true);
        using var live = await LiveReader.ConnectAsync(fixture.Server);

        await fixture.Client.SendAsync(HttpMethod.Post, Address + "/1/test", "{}");

        while ((await live.NextAsync()).Name != "channels")
        {
        }
    }

    internal static Task<DashboardFixture> StartAsync(IReadOnlyList<ConfiguredChannel> channels, params (string Key, string Value)[] settings) => StartAsync(channels, TimeSpan.FromMinutes(5), settings);

    internal static Task<DashboardFixture> StartAsync(IReadOnlyList<ConfiguredChannel> channels, TimeSpan cooldown, params (string Key, string Value)[] settings) => NotifiedProduct.StartAsync(
        config => config with { Channels = [.. channels], Cooldown = cooldown },
        static folder => folder.With(TestPlugins.Secrets, TestPlugins.Notifying),
        [.. settings.Select(static setting => (TestPlugins.Notifying.Id, setting.Key, setting.Value))]);

    private Task<DashboardReply> AddAsync(DashboardFixture fixture, string name) =>
        fixture.Client.SendAsync(HttpMethod.Post, Address, $$$"""{"name":"{{{name}}}","type":"file","config":{"path":"{{{_told.Path}}}"}}""");

    private static async Task ReloadAsync(DashboardFixture fixture, IReadOnlyList<ConfiguredChannel> channels)
    {
        var config = fixture.Host.Product.Generation.Config;
        (await fixture.Host.Product.ReloadAsync(config with { Notifications = config.Notifications with { Channels = [.. channels] } }, Limits.Token().Token)).Errors.ShouldBeEmpty();
    }
}
