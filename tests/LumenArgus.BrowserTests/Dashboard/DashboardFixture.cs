using System.Text.RegularExpressions;
using LumenArgus.BrowserTests.Chromium;
using LumenArgus.Testing.Plugins;
using LumenArgus.Testing.Processes;
using LumenArgus.Testing.StandIn;

namespace LumenArgus.BrowserTests.Dashboard;

/// <summary>The built product after some traffic, and a browser. One for all tests: they look, and change nothing that another one looks at.</summary>
public sealed partial class DashboardFixture : IAsyncLifetime
{
    public const string Password = "correct horse battery staple";
    public const string ViewerPassword = "only looking today";

    private StandInProvider? _provider;
    private ProductProcess? _product;

    internal ChromiumBrowser Browser { get; private set; } = null!;

    internal Traffic Traffic { get; private set; } = null!;

    internal DashboardApi Api { get; private set; } = null!;

    /// <summary>The link that the product has printed.</summary>
    internal string Link { get; private set; } = "";

    /// <summary>The same without the token: <c>http://127.0.0.1:port</c>.</summary>
    internal string Address => AddressOf(Link);

    internal StandInProvider Provider => _provider!;

    public async Task InitializeAsync()
    {
        await HeavyTest.EnterAsync();
        Browser = await ChromiumBrowser.StartAsync();
        _provider = await StandInProvider.StartAsync();
        _product = await StartProductAsync(
            _provider.Url,
            $"""
                files: {_provider.Url}
            dashboard:
              password: "{Password}"
              viewer_password: "{ViewerPassword}"
            pipeline:
              stages:
                websocket_outbound:
                  enabled: true
            plugins:
              test.pages:
                licensed: true
            rule_analysis:
              auto_on_import: false
            notifications:
              channels:
                - name: security-alerts
                  type: webhook
                  url: http://127.0.0.1:9/hook
            """);
        Link = await LinkOfAsync(_product);
        Traffic = new Traffic(_product.Url);
        Api = new DashboardApi(Link);
        await Traffic.SendAllAsync();
        await Api.UntilAsync("findings?limit=1", static answer => answer.GetProperty("total").GetInt64() >= 8);
        await Api.UntilAsync("ws/connections", static answer => answer.GetProperty("connections").GetArrayLength() > 0);
    }

    public async Task DisposeAsync()
    {
        Api?.Dispose();
        Traffic?.Dispose();
        if (_product is not null)
        {
            await _product.DisposeAsync();
        }

        if (_provider is not null)
        {
            await _provider.DisposeAsync();
        }

        if (Browser is not null)
        {
            await Browser.DisposeAsync();
        }

        await HeavyTest.LeaveAsync();
    }

    /// <summary>Starts the product with the community plugins and two that show what can go wrong.</summary>
    internal static Task<ProductProcess> StartProductAsync(string upstreamUrl, string extraConfiguration) => ProductProcess.StartAsync(new ProductOptions
    {
        Executable = BuiltProduct.Executable,
        PluginFolders =
        [
            TestPlugins.Secrets.Output, TestPlugins.Pii.Output, TestPlugins.Proprietary.Output, TestPlugins.Injection.Output, TestPlugins.Finder.Output,
            TestPlugins.Rules.Output, TestPlugins.Vendor.Output, TestPlugins.PrivateDependency.Output, TestPlugins.Webhook.Output,
            TestPlugins.RuleAnalysis.Output, TestPlugins.Redaction.Output, TestPlugins.License.Output, TestPlugins.HeaderAuth.Output, TestPlugins.Pages.Output,
        ],
        UpstreamUrl = upstreamUrl,
        Action = "block",
        Dashboard = true,
        ExtraConfiguration = extraConfiguration,
        ExtraArguments = ["--dashboard-port", "0"],
    });

    internal static string AddressOf(string link) => link[..link.IndexOf("/#", StringComparison.Ordinal)];

    /// <summary>The link that a product has printed.</summary>
    internal static async Task<string> LinkOfAsync(ProductProcess product) =>
        PrintedLink().Match(await product.WaitForLineAsync(static line => PrintedLink().IsMatch(line))).Value;

    [GeneratedRegex("http://[0-9.]+:[0-9]+/#token=[0-9a-f]{64}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PrintedLink();
}
