using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.PluginRuntime.Discovery;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Lanes;
using LumenArgus.PluginRuntime.Loading;
using LumenArgus.PluginRuntime.Manifests;
using Microsoft.Extensions.Configuration;

namespace LumenArgus.PluginTesting;

/// <summary>
/// A plugin as the host runs it: loaded from its folder through the host's own gates into a load context of its own, called under budgets, and ended as with a replacement. Dispose it at the
/// end of the test.
/// </summary>
public sealed partial class PluginTestHost : IAsyncDisposable
{
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(10);

    private readonly DirectoryInfo _root;
    private readonly PluginTestOptions _options;
    private readonly RecordedLog _log;
    private readonly ScanLanes _lanes;
    private readonly PluginInvoker _invoker;
    private PluginSet _plugins = PluginSet.Empty;
    private PluginHandle? _plugin;
    private bool _hasEnded;

    private PluginTestHost(PluginTestOptions options)
    {
        _options = options;
        _root = Directory.CreateTempSubdirectory("lumen-argus-plugin-test-");
        _log = new RecordedLog();
        _lanes = new ScanLanes(new ScanLanesOptions { Threads = 1, CallBudget = options.CallBudget }, TimeProvider.System, _log);
        _invoker = new PluginInvoker(options.Clock, _log);
    }

    /// <summary>The plugin's identifier.</summary>
    public string Id => Plugin.Id;

    /// <summary>What it has registered, by the names that <c>lumen-argus plugins list</c> shows, for example <c>detector</c> or <c>dashboard_pages</c>.</summary>
    public ImmutableArray<string> Hooks => Plugin.GetStatus().Hooks;

    /// <summary>What its code refers to that can keep it in memory, with what to do instead. Often harmless: <see cref="UnloadAssert"/> tells.</summary>
    public ImmutableArray<string> PinRisks => Plugin.GetStatus().PinRisks;

    /// <summary>Its pages.</summary>
    public ImmutableArray<DashboardPage> Pages => [.. Plugin.Contributions.Pages.Select(static page => page.Page)];

    /// <summary>What the host does for it.</summary>
    public MemoryHostServices Services => _options.Services;

    /// <summary>What it has logged so far, and the host about it: level, category and message of each.</summary>
    public ImmutableArray<string> Log => _log.Lines;

    private PluginHandle Plugin => _plugin ?? throw new InvalidOperationException("The plugin is not loaded.");

    /// <summary>Loads and starts a plugin.</summary>
    /// <param name="folder">Its folder, for example its build output: with <c>plugin.json</c>, its dll and what it needs privately. It is copied.</param>
    /// <param name="options">How it is loaded.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The host, with the plugin active.</returns>
    /// <exception cref="PluginRefusedException">The host does not load it, for example because of its configuration.</exception>
    public static async Task<PluginTestHost> LoadAsync(string folder, PluginTestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var host = new PluginTestHost(options ?? new PluginTestOptions());
        try
        {
            await host.LoadPluginAsync(folder, cancellationToken).ConfigureAwait(false);
            return host;
        }
        catch
        {
            await host.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Ends the plugin as a host does that replaces it.</summary>
    /// <returns>A task that ends when it has stopped.</returns>
    /// <exception cref="PluginFaultException">It did not end well.</exception>
    public async Task StopAsync() => await EndAsync().ConfigureAwait(false);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await RetireAllAsync().ConfigureAwait(false);
        _lanes.Dispose();
        try
        {
            _root.Delete(recursive: true);
        }
        catch (IOException)
        {
            // On Windows the files of code that is still in memory cannot be deleted.
        }
        catch (UnauthorizedAccessException)
        {
            // As above.
        }
    }

    /// <summary>Ends the plugin.</summary>
    /// <returns>Dead as soon as its code has left memory.</returns>
    /// <exception cref="PluginFaultException">It did not end well.</exception>
    internal async Task<WeakReference> EndAsync()
    {
        var retirement = await RetireAllAsync().ConfigureAwait(false) ?? throw new InvalidOperationException("The plugin has ended before.");
        return retirement.Problem is { } problem ? throw new PluginFaultException("StopAsync", problem, "") : retirement.Context;
    }

    /// <summary>Says what keeps it in memory, as far as its code tells.</summary>
    internal string DescribePin() => Plugin.IsStuck();

    private async Task LoadPluginAsync(string folder, CancellationToken cancellationToken)
    {
        var extensions = Path.Combine(_root.FullName, "extensions");
        foreach (var dependency in _options.Dependencies)
        {
            LayOut(dependency, extensions);
        }

        var id = LayOut(folder, extensions);
        var loader = new PluginLoader(
            new PluginLoaderOptions
            {
                DataDirectory = Path.Combine(_root.FullName, "data"),
                Configuration = manifest => ConfigurationOf(manifest, id),
                HostServices = _ => _options.Services,
                ConfigureBudget = _options.WaitBudget,
            },
            _options.Clock,
            _log);
        _plugins = await loader.LoadAsync(PluginCatalog.Discover([extensions]), cancellationToken).ConfigureAwait(false);
        _plugin = _plugins.Find(id) ?? throw new PluginRefusedException(id, _plugins.All.First(plugin => plugin.Id == id).Reason);
    }

    private IConfigurationRoot ConfigurationOf(PluginManifest manifest, string id) =>
        new ConfigurationBuilder().AddInMemoryCollection(manifest.Id == id ? _options.Settings : ImmutableDictionary<string, string?>.Empty).Build();

    // A plugin's folder is named like the plugin; that of a build is not.
    private static string LayOut(string folder, string extensions)
    {
        var (manifest, errors) = PluginManifestReader.Read(folder);
        var id = manifest?.Id ?? throw new PluginRefusedException(Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), string.Join("; ", errors));
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(extensions, id, Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return id;
    }

    private async Task<PluginRetirement?> RetireAllAsync()
    {
        if (_hasEnded)
        {
            return null;
        }

        _hasEnded = true;
        _indexes.Clear();
        PluginRetirement? own = null;
        foreach (var plugin in _plugins.Active.Reverse())
        {
            var retirement = await plugin.RetireAsync(Drain, CancellationToken.None).ConfigureAwait(false);
            own = plugin == _plugin ? retirement : own;
        }

        return own;
    }
}
