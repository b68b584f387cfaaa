using LumenArgus.Host.Terminal;
using LumenArgus.Inspection.Configuration.Changes;
using LumenArgus.Inspection.Reloading;

namespace LumenArgus.Tests.Host;

public sealed class ReloadSummaryTests
{
    private static readonly ReloadReport Changed = new()
    {
        Ok = true,
        Generation = 3,
        At = DateTimeOffset.UnixEpoch,
        DurationMs = 12.4,
        Changes = [new ConfigChange("default_action", "block", "log") { IsWeaker = true }, new ConfigChange("plugins.a.b.token", null, null) { NeedsRestart = true }],
        Warnings = ["config.yaml:1 x has no effect"],
    };

    private static readonly ReloadReport Failed = new() { Ok = false, Generation = 3, At = DateTimeOffset.UnixEpoch, Errors = ["config.yaml:2 proxy.port must be 1..65535 (was 0)"] };

    [Fact]
    public void Text_Changes_NamesThemAndMarksWhatIsWeakerOrWaits() => Text(Changed).ShouldBe(
        "  reloaded in 12 ms — generation 3\n"
        + "    default_action block -> log  WEAKER\n"
        + "    needs a restart: plugins.a.b.token changed\n"
        + "    warning: config.yaml:1 x has no effect");

    [Fact]
    public void Text_NoChanges_SaysSo() => Text(Changed with { Changes = [], Warnings = [] }).ShouldBe("  reloaded in 12 ms — generation 3, nothing changed");

    [Fact]
    public void Text_Failure_ListsTheErrors() => Text(Failed).ShouldBe(
        "  NOT reloaded: the settings of before stay in use\n    config.yaml:2 proxy.port must be 1..65535 (was 0)");

    [Fact]
    public void Json_Report_IsOneLineThatCanBeReadAgain()
    {
        var line = new JsonTerminalFormat().Reloaded(Failed);
        line.ShouldNotContain('\n');
        using var document = System.Text.Json.JsonDocument.Parse(line);
        document.RootElement.GetProperty("event").GetString().ShouldBe("reload");
        ReloadReportJson.TryRead(document.RootElement.GetProperty("report").GetRawText()).ShouldNotBeNull().Errors.ShouldBe(Failed.Errors);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"error":"unknown command"}""")]
    [InlineData("null")]
    public void Json_SomethingElse_IsNoReport(string line) => ReloadReportJson.TryRead(line).ShouldBeNull();

    private static string Text(ReloadReport report) => new TextTerminalFormat(new Ansi(enabled: false)).Reloaded(report);
}
