using LumenArgus.Dashboard.Hosting;
using LumenArgus.Host.ClientCommands;
using LumenArgus.Host.CommandLine;
using LumenArgus.Host.LogCommands;
using LumenArgus.Host.Reloading;
using LumenArgus.Host.Startup;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Live;
using LumenArgus.Inspection.Modes;
using LumenArgus.Inspection.Reloading;
using LumenArgus.Proxy.Hosting;
using LumenArgus.Proxy.Providers;

namespace LumenArgus.Host.Dashboards;

/// <summary>The executable as its dashboard sees it.</summary>
internal sealed class ProductControl(CurrentGeneration current) : IProductControl
{
    private ProxyServer? _server;

    /// <summary>Reloads; set by who owns the configuration files.</summary>
    public Func<ReloadScope, Task<ReloadReport>>? Reload { get; set; }

    /// <summary>The files as they were read last.</summary>
    public StartConfiguration? Configuration { get; set; }

    /// <summary>The flags of the command line.</summary>
    public ServeOptions Options { get; set; } = new();

    public string Version => ProductVersion.Current;

    public string ProxyBind => current.Peek?.Config.Proxy.Bind ?? "";

    public int ProxyPort => _server?.Port ?? 0;

    public long Requests => _server?.Requests ?? 0;

    public long OpenRequests => _server?.OpenRequests ?? 0;

    public string? ConfigFile => Configuration?.File;

    public string ClientsJsonFor(string url) => ClientsApplication.ToJson(current.Peek?.Clients ?? [], url);

    public IReadOnlyList<ToolLines> ToolsFor(string url) => DashboardTools.For(url);

    public void Attach(ProxyServer server, ModeSwitch mode, ILiveEvents live)
    {
        _server = server;
        mode.Changed += state => live.Publish("mode-changed", json =>
        {
            json.WriteString("mode", ModeState.NameOf(state.Mode));
            if (state.Until is { } until)
            {
                json.WriteString("mode_until", until);
            }
        });
    }

    public bool IsInFile(string key) => Configuration?.Source?.LineOf(key) > 0;

    public bool IsOnCommandLine(string key) => Options.Sets(key);

    public Task<ReloadReport> ReloadAsync() => ReloadAsync(ReloadScope.All);

    public Task<ReloadReport> ApplyStoredAsync() => ReloadAsync(ReloadScope.Stored);

    public Task<ReloadReport> ApplyRulesAsync() => ReloadAsync(ReloadScope.Rules);

    public IReadOnlyList<string> LogTail(int count) => LogFiles.Tail(Logging.LogDir, count);

    public IEnumerable<string> CleanLog()
    {
        var sanitizer = new LogSanitizer(ProviderHosts.Of(current.Peek!.Config.Proxy.Upstreams));
        return LogFiles.Lines(Logging.LogDir).Select(sanitizer.Clean);
    }

    private LoggingConfig Logging => current.Peek!.Config.Logging;

    private Task<ReloadReport> ReloadAsync(ReloadScope scope) => Reload?.Invoke(scope) ?? throw new InvalidOperationException("Nobody owns the configuration yet.");
}
