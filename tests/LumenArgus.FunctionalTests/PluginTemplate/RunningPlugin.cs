using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using LumenArgus.FunctionalTests.Product;
using LumenArgus.Testing.Processes;

namespace LumenArgus.FunctionalTests.PluginTemplate;

/// <summary>A product with its dashboard that watches its extensions, as an author has it running beside the editor. Blocks what is found.</summary>
internal sealed partial class RunningPlugin : IAsyncDisposable
{
    private readonly ProductProcess _product;
    private readonly HttpClient _client = new() { Timeout = Limits.Default };
    private readonly string _dashboard;
    private readonly string _token;

    private RunningPlugin(ProductProcess product, string link)
    {
        _product = product;
        var parts = link.Split("/#token=");
        (_dashboard, _token) = (parts[0], parts[1]);
    }

    public string Home => _product.Home;

    /// <summary>The file that channels of the plugin write to.</summary>
    public required string Journal { get; init; }

    public static async Task<RunningPlugin> StartAsync(Uri upstream, string journal, string configuration)
    {
        var product = await ProductProcess.StartAsync(new ProductOptions
        {
            Executable = BuiltProduct.Executable,
            PluginFolders = [],
            UpstreamUrl = upstream.ToString(),
            Action = "block",
            Dashboard = true,
            ExtraConfiguration = configuration,
            ExtraArguments = ["--dashboard-port", "0", "--watch-extensions"],
        });
        return new RunningPlugin(product, PrintedLink().Match(await product.WaitForLineAsync(static line => PrintedLink().IsMatch(line))).Value) { Journal = journal };
    }

    /// <summary>Waits until the plugin that was staged is in use.</summary>
    public Task WaitUntilLoadedAsync(string id) => _product.WaitForLineAsync(line => line.Contains($"plugin {id} 0.1.0 added", StringComparison.Ordinal));

    /// <summary>Sends a text as a tool does.</summary>
    public async Task<HttpStatusCode> PostAsync(string text)
    {
        using var content = new StringContent(Bodies.Anthropic(text), Encoding.UTF8, "application/json");
        using var response = await _client.PostAsync(_product.Url + "/v1/messages", content);
        return response.StatusCode;
    }

    /// <summary>Asks the dashboard, with its own token unless headers say who asks.</summary>
    public Task<(HttpStatusCode Status, string Text)> DashboardAsync(string path, params (string Name, string Value)[] headers) => DashboardAsync(HttpMethod.Get, path, headers);

    /// <summary>The same with another method.</summary>
    public async Task<(HttpStatusCode Status, string Text)> DashboardAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, _dashboard + path);
        foreach (var (name, value) in headers.Length == 0 ? [("Authorization", "Bearer " + _token)] : headers)
        {
            request.Headers.Add(name, value);
        }

        using var response = await _client.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Waits until a metric is there with another value than 0: hooks are called behind the request.</summary>
    public async Task WaitForMetricAsync(string name)
    {
        using var limit = Limits.Token();
        while (!Regex.IsMatch(await _client.GetStringAsync(_product.Url + "/metrics", limit.Token), $"^{name} [1-9]", RegexOptions.Multiline, TimeSpan.FromSeconds(1)))
        {
            limit.Token.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Runs a command of the product.</summary>
    public Task<ChildProcessResult> RunAsync(params string[] arguments) => _product.RunAsync(arguments);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _product.DisposeAsync();
    }

    [GeneratedRegex("http://[0-9.]+:[0-9]+/#token=[0-9a-f]{64}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PrintedLink();
}
