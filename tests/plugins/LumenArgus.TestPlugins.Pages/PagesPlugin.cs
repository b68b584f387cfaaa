using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using Microsoft.Extensions.DependencyInjection;

namespace LumenArgus.TestPlugins.Pages;

/// <summary>Brings a page of each kind, a style sheet and an API. With the configuration key "unlock" it brings the page that the product shows as locked, too; with "licensed" one for licensees.</summary>
public sealed class PagesPlugin : ILumenPlugin
{
    public void Configure(IPluginBuilder plugin)
    {
        plugin.Services.AddSingleton<FragmentPage>();
        plugin.Services.AddSingleton<PagesApi>();
        plugin.Registry.AddPage(new DashboardPage { Id = "test-module", Label = "Test module", Order = 36, Group = "Protect", Icon = "rules", Module = "page.js", Css = ["page.css"] });
        plugin.Registry.AddPage(
            new DashboardPage { Id = "test-fragment", Label = "Test fragment" }, static services => services.GetRequiredService<FragmentPage>());
        if (plugin.Configuration["unlock"] == "true")
        {
            plugin.Registry.AddPage(new DashboardPage { Id = "enrollment", Label = "Machines", Module = "page.js" });
        }

        if (plugin.Configuration["licensed"] == "true")
        {
            plugin.Registry.AddPage(
                new DashboardPage { Id = "test-licensed", Label = "For licensees", NeedsLicence = true }, static services => services.GetRequiredService<FragmentPage>());
        }

        plugin.Registry.SetApiHandler(static services => services.GetRequiredService<PagesApi>());
    }
}
