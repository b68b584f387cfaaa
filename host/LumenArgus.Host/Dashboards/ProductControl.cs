using LumenArgus.Dashboard.Hosting;
using LumenArgus.Host.Startup;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Reloading;
using LumenArgus.Proxy.Hosting;

namespace LumenArgus.Host.Dashboards;

/// <summary>The executable as its dashboard sees it.</summary>
internal sealed class ProductControl(CurrentGeneration current) : IProductControl
{
    private ProxyServer? _server;

    /// <summary>Reloads everything; set by who owns the configuration files.</summary>
    public Func<Task<ReloadReport>>? Reload { get; set; }

    public string Version => ProductVersion.Current;

    public string ProxyBind => current.Peek?.Config.Proxy.Bind ?? "";

    public int ProxyPort => _server?.Port ?? 0;

    public long Requests => _server?.Requests ?? 0;

    public long OpenRequests => _server?.OpenRequests ?? 0;

    public void Attach(ProxyServer server) => _server = server;

    public Task<ReloadReport> ReloadAsync() => Reload?.Invoke() ?? throw new InvalidOperationException("Nobody owns the configuration yet.");
}
