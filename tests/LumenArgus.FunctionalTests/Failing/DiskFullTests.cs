using System.Net;
using LumenArgus.FunctionalTests.Product;
using LumenArgus.Testing.Plugins;
using LumenArgus.Testing.Processes;
using LumenArgus.Testing.StandIn;

namespace LumenArgus.FunctionalTests.Failing;

/// <summary>A disk that is full for a while, under the product as its users run it.</summary>
public sealed class DiskFullTests
{
    [Theory]
    [InlineData("open", HttpStatusCode.OK)]
    [InlineData("closed", HttpStatusCode.BadRequest)]
    public async Task Disk_ThatIsFull_IsSaidAndFollowsTheFailTableUntilThereIsRoomAgain(string mode, HttpStatusCode whileFull)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using var limit = new CancellationTokenSource(Limits.Default * 3);
        await using var provider = await StandInProvider.StartAsync();
        await using var product = await ProductProcess.StartAsync(new ProductOptions
        {
            Executable = BuiltProduct.Executable,
            PluginFolders = [TestPlugins.Secrets.Output],
            UpstreamUrl = provider.BaseAddress.ToString().TrimEnd('/'),
            ExtraConfiguration = $"fail: {{audit: {mode}, store: {mode}}}",
            SurvivesFileSizeLimit = true,
        });
        using var client = new HttpClient { BaseAddress = new Uri(product.Url) };
        (await PostAsync(client, "a key before")).ShouldBe(HttpStatusCode.OK);

        product.LimitFileSize(1);
        for (var i = 0; i < 5; i++)
        {
            (await PostAsync(client, $"a key {i}")).ShouldBe(whileFull);
        }

        var health = await HealthAsync(client, static text => text.Contains("audit log", StringComparison.Ordinal), limit.Token);
        health.ShouldContain("\"degraded\":true");

        // What has no finding needs no line.
        using (var clean = await client.PostAsync(new Uri("/v1/messages", UriKind.Relative), new StringContent(Bodies.Anthropic("hello"))))
        {
            clean.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        product.LimitFileSize(null);
        await HealthAsync(client, static text => !text.Contains("database", StringComparison.Ordinal), limit.Token);
        (await PostAsync(client, "a key behind")).ShouldBe(HttpStatusCode.OK);
        await HealthAsync(client, static text => text.Contains("\"degraded\":false", StringComparison.Ordinal), limit.Token);
    }

    private static async Task<HttpStatusCode> PostAsync(HttpClient client, string text)
    {
        using var content = new StringContent(Bodies.Anthropic($"{text}: {Bodies.AwsKey}"));
        using var response = await client.PostAsync(new Uri("/v1/messages", UriKind.Relative), content);
        return response.StatusCode;
    }

    // The writers try again by themselves, so health is asked until it says so.
    private static async Task<string> HealthAsync(HttpClient client, Func<string, bool> isWanted, CancellationToken cancellationToken)
    {
        while (true)
        {
            var text = await client.GetStringAsync(new Uri("/health", UriKind.Relative), CancellationToken.None);
            if (isWanted(text))
            {
                return text;
            }

            cancellationToken.IsCancellationRequested.ShouldBeFalse(text);
        }
    }
}
