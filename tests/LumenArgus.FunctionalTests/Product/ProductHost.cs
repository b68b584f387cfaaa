using System.Collections.Immutable;
using System.Net;
using System.Text;
using LumenArgus.Dashboard.Hosting;
using LumenArgus.Host;
using LumenArgus.Host.Logging;
using LumenArgus.Host.Reloading;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Generations;
using LumenArgus.Testing.Plugins;
using LumenArgus.Testing.Processes;
using Microsoft.Extensions.Logging;

namespace LumenArgus.FunctionalTests.Product;

/// <summary>The whole product in this process: real listener, real plugins from a folder of their own, real audit file, on a free port.</summary>
internal sealed class ProductHost : IAsyncDisposable
{
    private const int SaidLines = 40;

    private readonly TemporaryFolder _home = new();
    private readonly ExtensionsFolder _extensions = new();
    private readonly StringWriter _standardError = new();
    private HostLogging? _logging;
    private readonly RecordingSink _sink = new();
    private RunningProduct? _product;
    private DashboardServer? _dashboard;

    private ProductHost()
    {
    }

    public Uri Url => new($"http://127.0.0.1:{Product.Port}");

    public int Port => Product.Port;

    public RunningProduct Product => _product ?? throw new InvalidOperationException("The product is not running.");

    public HttpClient Client { get; private set; } = null!;

    public RecordingSink Sink => _sink;

    /// <summary>The plugins' folder, to be changed while the product runs.</summary>
    public ExtensionsFolder Extensions => _extensions;

    /// <summary>What the product has logged on standard error, at its lowest level. The file is one of <see cref="HomeFiles"/>.</summary>
    public string Logs => _standardError.ToString();

    public static async Task<ProductHost> StartAsync(
        Uri upstream,
        Func<LumenArgusConfig, LumenArgusConfig>? configure = null,
        Action<ExtensionsFolder>? extensions = null)
    {
        var host = new ProductHost();
        if (extensions is null)
        {
            host._extensions.With(TestPlugins.Secrets, TestPlugins.Pii, TestPlugins.Proprietary);
        }
        else
        {
            extensions(host._extensions);
        }

        LumenArgusHome.TryResolve(name => name == LumenArgusHome.Variable ? host._home.Path : null, out var home, out _);
        var config = LumenArgusConfig.Defaults(home!);
        config = config with
        {
            Proxy = config.Proxy with
            {
                Port = 0,
                Upstreams = new Dictionary<string, Uri>
                {
                    ["anthropic"] = upstream, ["openai"] = upstream, ["gemini"] = upstream, ["raw"] = upstream,
                }.ToImmutableDictionary(),
            },
        };
        config = config with { Dashboard = config.Dashboard with { Port = 0 } };
        config = config with { Logging = config.Logging with { FileLevel = LogLevel.Trace } };
        config = configure?.Invoke(config) ?? config;
        host._logging = new HostLogging(config.Logging, LogLevel.Trace, TextWriter.Synchronized(host._standardError), TimeProvider.System);
        host._product = await RunningProduct.StartAsync(
            config, new PluginSearchPath([host._extensions.Path], host._home.Path), host._logging.Factory, [host._sink], TimeProvider.System, Limits.Token().Token);
        await host._product.WarmedUp;
        host.Client = new HttpClient { BaseAddress = host.Url, Timeout = Limits.Default };
        return host;
    }

    public Task<HttpResponseMessage> PostAsync(string path, string body, params (string Name, string Value)[] headers) =>
        PostAsync(path, Encoding.UTF8.GetBytes(body), headers);

    public async Task<HttpResponseMessage> PostAsync(string path, byte[] body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        foreach (var (name, value) in headers)
        {
            if (name == "Content-Type")
            {
                request.Content.Headers.ContentType = null;
            }

            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Limits.Token().Token);
    }

    /// <summary>Asserts the status of an answer. Where it is another, the failure tells what the answer said and what the product logged last.</summary>
    public void ShouldAnswer(HttpResponseMessage response, HttpStatusCode expected)
    {
        if (response.StatusCode != expected)
        {
            using var body = new StreamReader(response.Content.ReadAsStream());
            response.StatusCode.ShouldBe(expected, $"{body.ReadToEnd()}\n{string.Join('\n', Logs.Split('\n').TakeLast(SaidLines))}");
        }
    }

    /// <summary>The running dashboard; the first call starts it.</summary>
    public async Task<DashboardServer> DashboardAsync()
    {
        Product.Control.Reload ??= scope => scope == ReloadScope.Rules
            ? Product.ReloadAsync(wanted: null, CancellationToken.None)
            : Product.ReloadStoredAsync([], CancellationToken.None);
        return _dashboard ??= (await DashboardServer.StartAsync(Product.Services, Limits.Token().Token)).Server.ShouldNotBeNull();
    }

    /// <summary>The audit lines written so far. Lines of requests that pass are written a moment later: stop the product first to see all.</summary>
    public string AuditText()
    {
        using var stream = new FileStream(Product.AuditFile!, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return new StreamReader(stream).ReadToEnd();
    }

    /// <summary>The home folder.</summary>
    public string HomeFolder => _home.Path;

    /// <summary>Every byte the product left in its home.</summary>
    public IReadOnlyDictionary<string, string> HomeFiles() =>
        Directory.EnumerateFiles(_home.Path, "*", SearchOption.AllDirectories)
            .Where(static file => Path.GetExtension(file) is not (".dll" or ".pdb"))
            .ToDictionary(static file => file, static file =>
            {
                using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                return new StreamReader(stream, Encoding.Latin1).ReadToEnd();
            });

    /// <summary>How many copies of a plugin's folder, to load it from, the product keeps.</summary>
    public int ShadowCopies(string pluginId) => Directory.GetDirectories(Path.Combine(_home.Path, "plugin-shadow", pluginId)).Length;

    /// <summary>Stops the product as at its end: all that is queued is written.</summary>
    public async Task StopAsync()
    {
        if (_dashboard is not null)
        {
            await _dashboard.StopAsync();
            await _dashboard.DisposeAsync();
            _dashboard = null;
        }

        if (_product is not null)
        {
            await _product.StopAsync(TimeSpan.FromSeconds(5));
            await _product.DisposeAsync();
            _product = null;
        }

        _logging?.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        await StopAsync();
        _extensions.Dispose();
        _home.Dispose();
    }
}
