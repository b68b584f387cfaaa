using LumenArgus.Host.Terminal;

namespace LumenArgus.Tests.Host;

public sealed class PluginTableTests
{
    private static readonly PluginRow[] Plugins =
    [
        new() { Id = "lumenargus.secrets", Version = "0.1.0", State = "active", Hooks = ["rules"], Folder = "/x/lumenargus.secrets" },
        new() { Id = "acme.pii", Version = "2.0.0", State = "rejected", Reason = "built for contract [2.0]", Uses = ["Process"], Folder = "/x/acme.pii" },
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
        lines[2].TrimEnd().ShouldEndWith("built for contract [2.0]");
    }

    [Fact]
    public void WriteJson_Plugins_AreOneObjectPerLine()
    {
        var output = new StringWriter();

        PluginTable.WriteJson(output, Plugins);

        output.ToString().Split('\n')[1].Trim().ShouldBe(
            """{"id":"acme.pii","version":"2.0.0","state":"rejected","reason":"built for contract [2.0]","hooks":[],"uses":["Process"],"folder":"/x/acme.pii"}""");
    }
}
