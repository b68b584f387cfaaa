using LumenArgus.Host.Terminal;

namespace LumenArgus.Tests.Host;

public sealed class PluginTableTests
{
    private static readonly PluginRow[] Plugins =
    [
        new() { Id = "lumenargus.secrets", Version = "0.1.0", State = "active", Hooks = ["rules"], Folder = "/x/lumenargus.secrets" },
        new() { Id = "acme.pii", Version = "2.0.0", State = "rejected", Reason = "it's built for contract [2.0]", Uses = ["Process"], Folder = "/x/acme.pii" },
    ];

    [Fact]
    public void WriteText_Plugins_AreColumnsAndNothingIsCut()
    {
        var output = new StringWriter();

        PluginTable.WriteText(output, Plugins, colour: false, width: null);

        var lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(3);
        lines[0].ShouldStartWith("ID");
        lines[1].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ShouldBe(["lumenargus.secrets", "0.1.0", "active", "rules", "/x/lumenargus.secrets"]);
        lines[2].TrimEnd().ShouldEndWith("it's built for contract [2.0]");
    }

    [Fact]
    public void WriteJson_Plugins_AreOneObjectPerLine()
    {
        var output = new StringWriter();

        PluginTable.WriteJson(output, Plugins);

        output.ToString().Split('\n')[1].Trim().ShouldBe(
            """{"id":"acme.pii","version":"2.0.0","state":"rejected","reason":"it's built for contract [2.0]","hooks":[],"uses":["Process"],"folder":"/x/acme.pii","detectors":[],"refusal":null,"warnings":[],"pin_risks":[],"trust":null,"isolation":"none","content_hash":null}""");
    }

    [Fact]
    public void WriteText_RunningPlugins_HaveTheirFigures()
    {
        var output = new StringWriter();
        PluginRow[] rows =
        [
            Plugins[0] with { Use = new PluginUse(1000, 2, 1, 0, 12.5, 900, "X in detect") },
            Plugins[1],
        ];

        PluginTable.WriteText(output, rows, colour: false, width: null);

        var lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines[1].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ShouldBe(
            ["lumenargus.secrets", "0.1.0", "active", "1000", "3", "12.5/900", "rules", "/x/lumenargus.secrets"]);
        PluginRowJson.TryReadAll(PluginRowJson.WriteAll(rows)).ShouldNotBeNull()[0].Use.ShouldBe(rows[0].Use);
    }
}
