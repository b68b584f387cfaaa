using LumenArgus.Abstractions.Host;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Isolation;
using LumenArgus.PluginRuntime.Manifests;
using LumenArgus.PluginRuntime.Registration;
using LumenArgus.PluginRuntime.Trust;
using Microsoft.Extensions.Configuration;

namespace LumenArgus.PluginRuntime.Loading;

/// <summary>What the loader needs from the host.</summary>
public sealed record PluginLoaderOptions
{
    /// <summary>Folder of the host's own data; the copies that are loaded live below it.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>
    /// Gives a plugin its configuration: a copy made for this load, never a view of the host's own, because a plugin may subscribe to it.
    /// Disposed with the plugin if it is disposable. Default: empty.
    /// </summary>
    public Func<PluginManifest, IConfiguration> Configuration { get; init; } = static _ => new ConfigurationBuilder().Build();

    /// <summary>Says where the setting stands that a plugin names in what it says of its configuration; null if it names none. Default: nowhere.</summary>
    public Func<PluginManifest, string, string?> FindSetting { get; init; } = static (_, _) => null;

    /// <summary>Gives a plugin what the host does for it. Default: services that know nothing and keep nothing.</summary>
    public Func<PluginManifest, IHostServices> HostServices { get; init; } = static _ => NoHostServices.Instance;

    /// <summary>Which plugins may be loaded. Default: all.</summary>
    public TrustGate Trust { get; init; } = TrustGate.Open;

    /// <summary>The plugins that came with the product. Default: none.</summary>
    public ShippedPlugins Shipped { get; init; } = ShippedPlugins.None;

    /// <summary>What a plugin may take in a process of its own; null for one that runs in the host's. Default: as its manifest says.</summary>
    public Func<PluginManifest, IsolationOptions?> Isolation { get; init; } =
        static manifest => manifest.Isolation == PluginIsolation.Process ? new IsolationOptions() : null;

    /// <summary>
    /// Budget of constructor and Configure together, and of the factories. Default 10 s, of wall time: in what takes a tenth of a second alone, a plugin was lost on a machine that
    /// built something beside.
    /// </summary>
    public TimeSpan ConfigureBudget { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Budget of StartAsync. Default 10 s.</summary>
    public TimeSpan StartBudget { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Budget of StopAsync with disposing. Default 10 s.</summary>
    public TimeSpan StopBudget { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>When a plugin that fails is no longer called.</summary>
    public QuarantineOptions Quarantine { get; init; } = new();
}
