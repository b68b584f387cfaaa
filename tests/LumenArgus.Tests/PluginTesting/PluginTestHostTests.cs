using System.Text;
using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.PluginTesting;
using LumenArgus.Testing.Plugins;

namespace LumenArgus.Tests.PluginTesting;

public sealed class PluginTestHostTests
{
    [Fact]
    public async Task ScanText_Detector_FindsAsInTheProduct()
    {
        await using var host = await PluginTestHost.LoadAsync(TestPlugins.Finder.Output, new() { Settings = new Dictionary<string, string?> { ["needle"] = "thimble" } });

        var finding = (await host.ScanTextAsync("a thimble and a thimble")).ShouldHaveSingleItem();

        (finding.Detector, finding.Count, finding.Role, finding.Location).ShouldBe(("finder", 2, FieldRole.User, "messages[0].content"));
        host.Hooks.ShouldBe(["detector"]);
        (await host.ScanTextAsync("a needle")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Scan_Rules_AreDecodedValidatedAndHeldToTheirExamples()
    {
        await using var host = await PluginTestHost.LoadAsync(TestPlugins.Secrets.Output);
        var rule = (await host.ReadRulesAsync()).First(static rule => rule is { Positives.Length: > 0, Generic: false, Target: RuleTarget.Content });
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(rule.Positives[0]));

        (await host.ScanTextAsync(rule.Positives[0])).ShouldContain(finding => finding.Type == rule.Name);
        (await host.ScanTextAsync(encoded)).ShouldContain(finding => finding.Type == rule.Name);
        (await host.ScanAsync("{\"any\":[\"shape\"]}"u8.ToArray())).ShouldBeEmpty();
    }

    [Fact]
    public async Task CheckRules_GoodAndWrongExamples_AreTold()
    {
        await using var good = await PluginTestHost.LoadAsync(TestPlugins.Proprietary.Output);
        (await good.CheckRulesAsync()).ShouldBeEmpty();

        using var extensions = new ExtensionsFolder();
        await using var wrong = await PluginTestHost.LoadAsync(extensions.AddWithEntryType(TestPlugins.Rules, "LumenArgus.TestPlugins.Rules.WrongExamplePlugin"));
        (await wrong.CheckRulesAsync()).ShouldHaveSingleItem().ShouldContain("positive 2 is not found");
    }

    [Fact]
    public async Task Load_PluginThatTheHostRefuses_SaysWhy()
    {
        using var extensions = new ExtensionsFolder();

        var refusal = await Should.ThrowAsync<PluginRefusedException>(() => PluginTestHost.LoadAsync(extensions.AddWithContract(TestPlugins.Finder)));

        (refusal.PluginId, refusal.Message.Contains("brings its own LumenArgus.Abstractions.dll", StringComparison.Ordinal)).ShouldBe(("test.finder", true));
        (await Should.ThrowAsync<PluginRefusedException>(() => PluginTestHost.LoadAsync(TestPlugins.HeaderAuth.Output))).Message.ShouldContain("trusted_proxies");
        (await Should.ThrowAsync<PluginRefusedException>(() => PluginTestHost.LoadAsync(extensions.Path))).Message.ShouldContain("plugin.json is missing");
    }

    [Fact]
    public async Task Scan_DetectorThatThrowsOrNeverReturns_IsAFault()
    {
        await using (var host = await PluginTestHost.LoadAsync(TestPlugins.Throwing.Output))
        {
            var fault = await Should.ThrowAsync<PluginFaultException>(() => host.ScanTextAsync("text"));
            (fault.Operation, fault.Message.Contains("ThrowsInDetectPlugin", StringComparison.Ordinal)).ShouldBe(("detect", true));
        }

        await using var spinning = await PluginTestHost.LoadAsync(TestPlugins.Spinning.Output, new() { CallBudget = TimeSpan.FromMilliseconds(50) });
        (await Should.ThrowAsync<PluginFaultException>(() => spinning.ScanTextAsync("spin now"))).FaultType.ShouldBe("budget spent");
    }

    [Fact]
    public async Task Pages_OfAPlugin_AreRenderedAndItsApiAnswers()
    {
        await using var host = await PluginTestHost.LoadAsync(TestPlugins.Pages.Output);

        var rendered = host.Pages.First(static page => page.Module is null);
        (await host.RenderPageAsync(rendered.Id)).ShouldContain("<");
        host.ReadAsset("page.js").ShouldNotBeNull().Length.ShouldBeGreaterThan(0);
        host.ReadAsset("never.html").ShouldBeNull();
        (await host.CallApiAsync(new ApiRequest { Method = "GET", Path = "no-such-address" })).ShouldBeNull();
        await Should.ThrowAsync<InvalidOperationException>(() => host.RenderPageAsync("no-such-page"));
    }

    [Fact]
    public async Task Call_HooksOfEachKind_AreFoundByTheirInterface()
    {
        await using var host = await PluginTestHost.LoadAsync(TestPlugins.Hooks.Output);
        var finding = new Finding { Detector = "finder", Type = "word", Severity = Severity.High, Location = "x", Value = new MatchedText("abcdef"), Action = PolicyAction.Redact, Span = new ByteSpan(1, 6) };

        var edits = await host.CallAsync<IRedactHook, IReadOnlyList<SpanEdit>>(hook => hook.Redact([finding], SessionContext.Empty));
        edits.ShouldHaveSingleItem().Replacement.ShouldBe("[REDACTED:word]");
        (await host.CallAsync<ILicenceChecker, LicenceState>(static (hook, token) => hook.CheckLicenceAsync(token))).ShouldNotBeNull();
        host.Log.ShouldNotBeEmpty();
        (await Should.ThrowAsync<InvalidOperationException>(() => host.CallAsync<IAuthProvider, string>(static provider => provider.Name))).Message.ShouldContain("IAuthProvider");
    }

    [Fact]
    public async Task Services_ByDefault_KeepRecordAndRender()
    {
        var services = new MemoryHostServices();
        await services.Kv.SetAsync("b", "2", CancellationToken.None);
        await services.Kv.SetAsync("a", "1", CancellationToken.None);

        (await services.Kv.KeysAsync("", CancellationToken.None)).ShouldBe(["a", "b"]);
        (await services.Kv.DeleteAsync("a", CancellationToken.None)).ShouldBeTrue();
        ((IHostServices)services).Events.Publish("ready", static json => json.WriteNumber("count", 3)).ShouldBeTrue();
        services.Published.All.ShouldBe([KeyValuePair.Create("ready", "{\"count\":3}")]);
        services.Templates.RenderHtml("<b>{{name}}</b>", new Dictionary<string, TemplateValue> { ["name"] = TemplateValue.Of("<") }).ShouldBe("<b>&lt;</b>");
    }
}
