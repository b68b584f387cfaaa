using System.Net;
using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Modes;
using LumenArgus.Testing.Plugins;
using LumenArgus.Testing.Processes;
using LumenArgus.Testing.StandIn;

namespace LumenArgus.FunctionalTests.Product;

/// <summary>Inspection is switched off and on while the product runs.</summary>
public sealed class ModeTests
{
    [Fact]
    public async Task Passthrough_RequestWithAKey_IsForwardedAndRecordedAsPassUntilActive()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var host = await ProductHost.StartAsync(new Uri(provider.Url), static config => config with { DefaultAction = PolicyAction.Block });

        (await host.Product.Mode.SetAsync(ProxyMode.Passthrough, duration: null, CancellationToken.None)).ShouldBe(new ModeState(ProxyMode.Passthrough));

        using (var passed = await host.PostAsync("/v1/messages", Bodies.Anthropic(Bodies.AwsKey)))
        {
            host.ShouldAnswer(passed, HttpStatusCode.OK);
        }

        var health = await host.Client.GetStringAsync("/health");
        health.ShouldContain("\"mode\":\"passthrough\"");
        health.ShouldContain("nothing is looked at");
        (await host.Client.GetStringAsync("/metrics")).ShouldContain("lumen_argus_inspection_active 0\n");
        await host.Product.Mode.SetAsync(ProxyMode.Active, duration: null, CancellationToken.None);
        using (var blocked = await host.PostAsync("/v1/messages", Bodies.Anthropic(Bodies.AwsKey)))
        {
            blocked.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        }

        var rows = await StoreRows.WaitAsync(host, static rows => rows.Any(static row => row.FindingType == "aws_access_key") && rows.Any(static row => row.FindingType == "mode_changed"));
        var changed = rows.Single(static row => row.FindingType == "mode_changed");
        (changed.Detector, changed.Severity, changed.ActionTaken, changed.Origin).ShouldBe(("proxy", "warning", "log", "framework"));
        (await host.Client.GetStringAsync("/metrics")).ShouldContain("lumen_argus_inspection_active 1\n");
        await host.StopAsync();
        var audit = string.Join('\n', host.HomeFiles().Where(static file => file.Key.EndsWith(".jsonl", StringComparison.Ordinal)).Select(static file => file.Value));
        audit.ShouldContain("\"type\":\"mode_changed\"");
        audit.ShouldContain("\"action\":\"pass\"");
        audit.ShouldContain("\"action\":\"block\"");
    }

    [Fact]
    public async Task Mode_OfTheExecutable_OutlivesARestartAndEndsByItself()
    {
        await using var provider = await StandInProvider.StartAsync();
        await using var product = await StartAsync(provider);
        using var client = new HttpClient { Timeout = Limits.Default };

        (await product.RunAsync("mode")).StandardOutput.ShouldContain("active");
        var switched = await product.RunAsync("mode", "passthrough");
        switched.ExitCode.ShouldBe(0, switched.StandardError);
        switched.StandardError.ShouldBeEmpty();
        await product.WaitForLineAsync(static line => line.Contains("INSPECTION IS OFF", StringComparison.Ordinal));
        (await product.RunAsync("mode", "--format", "json")).StandardOutput.ShouldContain("\"mode\":\"passthrough\"");

        await product.RestartAsync();
        await product.WaitForLineAsync(static line => line.Contains("INSPECTION IS OFF", StringComparison.Ordinal));
        using (var passed = await PostAsync(client, product.Url))
        {
            passed.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        (await product.RunAsync("mode", "passthrough", "--for", "1s")).StandardOutput.ShouldContain("passthrough until");
        await product.WaitForLineAsync(static line => line.Contains("inspection is on", StringComparison.Ordinal));
        using var blocked = await PostAsync(client, product.Url);
        blocked.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string url) =>
        client.PostAsync(url + "/v1/messages", new StringContent(Bodies.Anthropic(Bodies.AwsKey), Encoding.UTF8, "application/json"));

    private static Task<ProductProcess> StartAsync(StandInProvider provider) => ProductProcess.StartAsync(new ProductOptions
    {
        Executable = BuiltProduct.Executable,
        PluginFolders = [TestPlugins.Secrets.Output],
        UpstreamUrl = provider.Url,
        ExtraConfiguration = "default_action: block",
    });
}
