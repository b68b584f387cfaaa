using LumenArgus.Inspection.Configuration;

namespace LumenArgus.Tests.Configuration;

public sealed class NotificationsConfigTests : IDisposable
{
    private const string Channel = "{name: team, type: webhook, url: 'https://a.example', headers: {A: b, C: [1, yes]}, port: 0123, nothing: , events: [block, strip, block], min_severity: high, enabled: false}";

    private readonly ConfigFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Theory]
    [InlineData("notifications: [" + Channel + "]")]
    [InlineData("notifications: {channels: [" + Channel + "]}")]
    public void Read_Channel_KeepsWhatItsTypeKnows(string yaml)
    {
        var channel = _fixture.ReadValid(yaml).Notifications.Channels.ShouldHaveSingleItem();

        channel.ShouldBe(new ConfiguredChannel("team", "webhook", """{"url":"https://a.example","headers":{"A":"b","C":["1","yes"]},"port":"0123","nothing":null}""")
        {
            Enabled = false,
            Events = """["block","strip"]""",
            MinSeverity = "high",
        });
        _fixture.Warnings(yaml).ShouldBeEmpty();
    }

    [Fact]
    public void Read_Defaults_AreThoseOfTheTable()
    {
        var notifications = _fixture.ReadValid("notifications: {cooldown_seconds: 0, channels: [{name: a, type: b}, {name: c, type: d, events: []}]}").Notifications;

        notifications.Cooldown.ShouldBe(TimeSpan.Zero);
        notifications.Channels.Select(static channel => (channel.Events, channel.MinSeverity, channel.Enabled, channel.Settings)).ShouldBe(
            [("""["block","alert"]""", "warning", true, "{}"), ("[]", "warning", true, "{}")]);
        _fixture.ReadValid("").Notifications.ShouldBe(new NotificationsConfig());
    }

    [Theory]
    [InlineData("[{name: a}]", "config.yaml:1 notifications[0] must have a type and a name of at most 200 characters")]
    [InlineData("[{type: a}]", "config.yaml:1 notifications[0] must have a type and a name of at most 200 characters")]
    [InlineData("{channels: [{name: a, type: b}, {name: a, type: b}]}", "config.yaml:1 notifications.channels[1] (a) has the name of an earlier channel")]
    [InlineData("[{name: a, type: b, events: [blok]}]", "config.yaml:1 notifications[0].events must be a list of block, redact, alert, log, strip (was blok)")]
    [InlineData("[{name: a, type: b, min_severity: low}]", "config.yaml:1 notifications[0].min_severity must be one of info, warning, high, critical (was low)")]
    [InlineData("{cooldown_seconds: -1}", "config.yaml:1 notifications.cooldown_seconds must be 0..86400 (was -1)")]
    public void Read_WrongChannel_IsAnErrorWithItsLine(string value, string error) => _fixture.Errors($"notifications: {value}").ShouldBe([error]);

    [Fact]
    public void Text_OfAChannel_HasNoSettings() =>
        _fixture.ReadValid("notifications: [{name: a, type: b, token: between-us}]").Notifications.Channels[0].ToString().ShouldBe("a (b)");
}
