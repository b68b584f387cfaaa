using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;
using LumenArgus.PluginRuntime.Loading;
using LumenArgus.PluginRuntime.Manifests;
using LumenArgus.PluginRuntime.Registration;

namespace LumenArgus.Tests.PluginRuntime.Registration;

public sealed class PageRegistrationTests
{
    private static readonly DashboardPage Module = new() { Id = "acme-report", Label = "Report", Module = "page.js" };
    private static readonly DashboardPage Fragment = new() { Id = "acme-report", Label = "Report" };

    [Fact]
    public void Page_OfEachKind_IsTaken()
    {
        var registry = Registry(PluginCapability.DashboardPage);

        registry.AddPage(Module with { Icon = "rules", Group = "Protect", Css = ["a.css", "lib/b.css"] });
        registry.AddPage(Fragment with { Id = "other" }, static _ => throw new InvalidOperationException("not asked yet"));

        Should.NotThrow(((PluginRegistry)registry).Seal);
        ((PluginRegistry)registry).Pages.Select(static entry => entry.Create is null).ShouldBe([true, false]);
    }

    public static TheoryData<DashboardPage, bool, string> Wrong => new()
    {
        { Module with { Id = "Report" }, false, "lower-case words joined by hyphens" },
        { Module with { Id = "a/b" }, false, "lower-case words joined by hyphens" },
        { Module with { Id = new string('a', 65) }, false, "at most 64" },
        { Module with { Label = "" }, false, "needs a label" },
        { Module with { Label = new string('a', 41) }, false, "needs a label" },
        { Module with { Label = "a\nb" }, false, "control character" },
        { Module with { Icon = "a\0" }, false, "control character" },
        { Module with { Css = default }, false, "no list of style sheets" },
        { Module with { Css = ["page.js"] }, false, "style sheet that is no .css" },
        { Module with { Module = "page.css" }, false, "which is no .js" },
        { Fragment, false, "names no module" },
        { Module, true, "it can only be one of both" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Page_ThatCannotBeShown_IsRefusedEvenIfThePluginSwallowsIt(DashboardPage page, bool isRendered, string reason)
    {
        var registry = Registry(PluginCapability.DashboardPage);

        if (isRendered)
        {
            Should.Throw<PluginLoadException>(() => registry.AddPage(page, static _ => null!)).Message.ShouldContain(reason);
        }
        else
        {
            Should.Throw<PluginLoadException>(() => registry.AddPage(page)).Message.ShouldContain(reason);
        }

        Should.Throw<PluginLoadException>(((PluginRegistry)registry).Seal).Message.ShouldContain(reason);
    }

    [Fact]
    public void Page_GivenTwice_IsRefused()
    {
        var registry = Registry(PluginCapability.DashboardPage);
        registry.AddPage(Module);

        Should.Throw<PluginLoadException>(() => registry.AddPage(Fragment, static _ => null!)).Message.ShouldBe("has two pages 'acme-report'");
    }

    [Theory]
    [InlineData("dashboard.page", "AddPage")]
    [InlineData("dashboard.api", "SetApiHandler")]
    [InlineData("auth", "AddAuthProvider")]
    public void Call_WithoutItsCapability_NamesTheOneToAdd(string capability, string call)
    {
        var registry = Registry("rules");

        Should.Throw<PluginLoadException>(Register).Message.ShouldStartWith($"calls {call} without the capability '{capability}'");

        void Register()
        {
            switch (call)
            {
                case "AddPage":
                    registry.AddPage(Module);
                    break;
                case "SetApiHandler":
                    registry.SetApiHandler(static _ => null!);
                    break;
                default:
                    registry.AddAuthProvider(static _ => null!);
                    break;
            }
        }
    }

    [Fact]
    public void Api_SetTwice_IsRefused()
    {
        var registry = Registry(PluginCapability.DashboardApi);
        registry.SetApiHandler(static _ => null!);

        Should.Throw<PluginLoadException>(() => registry.SetApiHandler(static _ => null!)).Message.ShouldContain("twice");
    }

    private static IPluginRegistry Registry(params string[] capabilities) => new PluginRegistry(new PluginManifest
    {
        Schema = 1,
        Id = "acme.report",
        Version = "1.0.0",
        Entry = "Acme.dll",
        EntryType = "Acme.Plugin",
        Api = ApiVersion.Host,
        Capabilities = [.. capabilities],
    });
}
