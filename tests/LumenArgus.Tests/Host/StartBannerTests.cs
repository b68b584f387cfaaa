using LumenArgus.Abstractions.Model;
using LumenArgus.Host.Terminal;

namespace LumenArgus.Tests.Host;

public sealed class StartBannerTests
{
    internal static StartInfo Info() => new() { Bind = "127.0.0.1", Port = 8080, DefaultAction = PolicyAction.Alert, Plugins = [] };

    [Fact]
    public void Render_Plugins_NamesAddressPluginsAndTools()
    {
        var text = new StartBanner(new Ansi(enabled: false)).Render(Info() with
        {
            Plugins =
            [
                new StartedPlugin("lumenargus.secrets", "0.1.0", "active", null),
                new StartedPlugin("acme.pii", "2.0.0", "rejected", "built for contract 2.0"),
            ],
            AuditFile = "/audit/guard.jsonl",
        });

        text.ShouldStartWith("  lumen-argus — listening on http://127.0.0.1:8080\n");
        text.ShouldContain("\n    lumenargus.secrets 0.1.0  active\n    acme.pii 2.0.0            rejected: built for contract 2.0\n");
        text.ShouldContain("export ANTHROPIC_BASE_URL=http://127.0.0.1:8080\n");
        text.ShouldContain("export GOOGLE_GEMINI_BASE_URL=http://127.0.0.1:8080\n");
        text.ShouldContain("export OPENAI_BASE_URL=http://127.0.0.1:8080/v1\n");
        text.ShouldContain("base_url = \"http://127.0.0.1:8080/v1\"\n");
        text.ShouldContain("/audit/guard.jsonl");
    }

    [Fact]
    public void Render_NoPlugins_WarnsAndNamesTheFolders() =>
        new StartBanner(new Ansi(enabled: false)).Render(Info() with { ExtensionFolders = ["/x/extensions"] })
            .ShouldContain("No plugins were found: nothing will be detected.\n    looked in /x/extensions\n");

    [Theory]
    [InlineData("0.0.0.0", "http://127.0.0.1:8080")]
    [InlineData("::", "http://127.0.0.1:8080")]
    [InlineData("::1", "http://[::1]:8080")]
    [InlineData("10.0.0.1", "http://10.0.0.1:8080")]
    public void Url_Bind_IsAnAddressToConnectTo(string bind, string expected) => (Info() with { Bind = bind }).Url.ShouldBe(expected);

    [Theory]
    [InlineData(false, true, null, "xterm", true)]
    [InlineData(false, true, "", "xterm", true)]
    [InlineData(true, true, null, "xterm", false)]
    [InlineData(false, false, null, "xterm", false)]
    [InlineData(false, true, "1", "xterm", false)]
    [InlineData(false, true, null, "dumb", false)]
    public void ColourChoice_IsOn(bool flag, bool terminal, string? noColour, string term, bool expected) =>
        ColourChoice.IsOn(flag, terminal, name => name == "NO_COLOR" ? noColour : name == "TERM" ? term : null).ShouldBe(expected);
}
