using LumenArgus.PluginRuntime.Discovery;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Isolation;
using LumenArgus.PluginRuntime.Loading;
using LumenArgus.PluginRuntime.Manifests;
using LumenArgus.Testing.Plugins;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LumenArgus.Tests.PluginRuntime;

/// <summary>An extensions folder with a data folder, and the loader over both.</summary>
internal sealed class PluginBench : IAsyncDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("lumen-data-");
    private readonly List<PluginHandle> _loaded = [];
    private PluginLoader? _loader;
    private PluginSet? _set;

    public ExtensionsFolder Extensions { get; } = new();

    public string Data => _data.FullName;

    public Dictionary<string, string?> Settings { get; } = new(StringComparer.Ordinal);

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public ILoggerFactory Loggers { get; init; } = NullLoggerFactory.Instance;

    public QuarantineOptions Quarantine { get; init; } = new();

    public IsolationOptions Isolation { get; init; } = new();

    public TimeSpan ConfigureBudget { get; init; } = TimeSpan.FromSeconds(30);

    public async Task<PluginSet> LoadAsync() => Use(await LoadUpdateAsync(PluginSet.Empty));

    /// <summary>Looks through the folder again and puts the result in use; nobody is retired.</summary>
    public async Task<PluginUpdate> UpdateAsync(params string[] again)
    {
        var update = await LoadUpdateAsync(_set!, again);
        Use(update);
        return update;
    }

    private async Task<PluginUpdate> LoadUpdateAsync(PluginSet running, params string[] again)
    {
        _loader ??= new PluginLoader(
            new PluginLoaderOptions
            {
                DataDirectory = Data,
                Quarantine = Quarantine,
                ConfigureBudget = ConfigureBudget,
                Isolation = manifest => manifest.Isolation == PluginIsolation.Process ? Isolation : null,
                Configuration = _ => new ConfigurationBuilder().AddInMemoryCollection(Settings).Build(),
            },
            Clock,
            Loggers);
        return await _loader.UpdateAsync(running, PluginCatalog.Discover([Extensions.Path]), [.. again], CancellationToken.None);
    }

    private PluginSet Use(PluginUpdate update)
    {
        _loaded.AddRange(update.Fresh);
        return _set = update.Next;
    }

    public async Task<PluginStatus> LoadSingleAsync() => (await LoadAsync()).All.ShouldHaveSingleItem();

    public async Task<PluginHandle> LoadActiveAsync()
    {
        var set = await LoadAsync();
        set.All.ShouldAllBe(status => status.State == PluginState.Active, set.All.First().Reason);
        return set.Active.ShouldHaveSingleItem();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var handle in _loaded.Where(handle => handle.State is not (PluginState.Unloaded or PluginState.UnloadStuck)))
        {
            await handle.RetireAsync(TimeSpan.Zero, CancellationToken.None);
        }

        Extensions.Dispose();
        _data.Delete(recursive: true);
    }
}
