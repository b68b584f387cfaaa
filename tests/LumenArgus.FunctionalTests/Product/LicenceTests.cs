using LumenArgus.Inspection.Configuration;
using LumenArgus.Abstractions.Host;
using LumenArgus.Inspection.Rules;
using LumenArgus.Testing.Plugins;
using LumenArgus.Testing.StandIn;
using Microsoft.Extensions.DependencyInjection;

namespace LumenArgus.FunctionalTests.Product;

/// <summary>What a plugin says of the licence is what the product goes by.</summary>
public sealed class LicenceTests
{
    [Theory]
    [InlineData("team", null, true)]
    [InlineData(null, null, false)]
    [InlineData("team", "license_checker", false)]
    public async Task Checker_OfAPlugin_Decides(string? plan, string? fail, bool isValid)
    {
        var settings = new SettingMap(SettingMap.Empty.Values.SetItem("licence", plan).SetItem("fail", fail));
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(
            provider.BaseAddress,
            config => config with { Plugins = config.Plugins with { ById = config.Plugins.ById.SetItem("test.hooks", new PluginConfig { Settings = settings }) } },
            static folder => folder.With(TestPlugins.Hooks));
        var licence = host.Product.Services.GetRequiredService<ILicence>();
        licence.IsValid.ShouldBe(isValid);
        licence.State!.Plan.ShouldBe(fail is null ? plan : null);
    }

    [Fact]
    public async Task Plugin_WithoutAKey_SaysSo()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(
            provider.BaseAddress,
            static config => config with
            {
                Plugins = config.Plugins with
                {
                    ById = config.Plugins.ById.SetItem("lumenargus.license", new PluginConfig { Settings = new SettingMap(SettingMap.Empty.Values.SetItem("file", "/nowhere/license")) }),
                },
            },
            static folder => folder.With(TestPlugins.License));
        var licence = host.Product.Services.GetRequiredService<ILicence>();
        licence.IsValid.ShouldBeFalse();
        licence.State!.Detail.ShouldBe("there is no licence in /nowhere/license");
    }
}
