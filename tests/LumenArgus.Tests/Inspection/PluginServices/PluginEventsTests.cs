using System.Text;
using System.Text.Json;
using LumenArgus.Inspection.Live;
using LumenArgus.Inspection.PluginServices;
using LumenArgus.Testing;

namespace LumenArgus.Tests.Inspection.PluginServices;

public sealed class PluginEventsTests : ILiveEvents
{
    private readonly ManualTimeProvider _clock = new();
    private readonly List<string> _published = [];
    private readonly PluginEvents _events;

    public PluginEventsTests() => _events = new PluginEvents("acme.report", this, _clock);

    [Fact]
    public void Publish_Members_AreOneLineAndNamedAfterThePlugin()
    {
        _events.Publish("report_ready", static json =>
        {
            json.WriteString("plugin_id", "another");
            json.WritePropertyName("rows");
            json.WriteRawValue("[1,\n  2]");
        }).ShouldBeTrue();

        _published.ShouldBe(["report_ready {\"plugin_id\":\"acme.report\",\"rows\":[1,2]}"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("finding")]
    [InlineData("reset")]
    [InlineData("pages")]
    [InlineData("Upper")]
    [InlineData("a b")]
    [InlineData("a\nevent: finding")]
    public void Publish_NameThatIsNotThePlugins_IsRefused(string name) => Should.Throw<ArgumentException>(() => _events.Publish(name));

    [Fact]
    public void Publish_TooMuch_IsRefused() => Should.Throw<ArgumentException>(() => _events.Publish("big", static json => json.WriteString("x", new string('x', 70_000))));

    [Fact]
    public void Publish_TooManyInASecond_AreLeftOut()
    {
        Enumerable.Range(0, 60).Count(_ => _events.Publish("tick")).ShouldBe(50);
        _clock.Advance(TimeSpan.FromSeconds(1));
        _events.Publish("tick").ShouldBeTrue();
        _published.Count.ShouldBe(51);
    }

    void ILiveEvents.Publish(string name, Action<Utf8JsonWriter>? write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            write?.Invoke(json);
            json.WriteEndObject();
        }

        _published.Add($"{name} {Encoding.UTF8.GetString(stream.ToArray())}");
    }
}
