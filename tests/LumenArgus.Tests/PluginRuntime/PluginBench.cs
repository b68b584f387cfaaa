using LumenArgus.PluginRuntime.Discovery;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Loading;
using LumenArgus.Testing.Plugins;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace LumenArgus.Tests.PluginRuntime;

/// <summary>An extensions folder with a data folder, and the loader over both.</summary>
internal sealed class PluginBench : IAsyncDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("lumen-data-");
    private PluginSet? _set;

    public ExtensionsFolder Extensions { get; } = new();

    public string Data => _data.FullName;

    public Dictionary<string, string?> Settings { get; } = new(StringComparer.Ordinal);

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public QuarantineOptions Quarantine { get; init; } = new();

    public TimeSpan ConfigureBudget { get; init; } = TimeSpan.FromSeconds(30);

    public async Task<PluginSet> LoadAsync()
    {
        var options = new PluginLoaderOptions
        {
            DataDirectory = Data,
            Quarantine = Quarantine,
            ConfigureBudget = ConfigureBudget,
            Configuration = _ => new ConfigurationBuilder().AddInMemoryCollection(Settings).Build(),
        };
        var loader = new PluginLoader(options, Clock, NullLoggerFactory.Instance);
        _set = await loader.LoadAsync(PluginCatalog.Discover([Extensions.Path]), CancellationToken.None);
        return _set;
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
        if (_set is not null)
        {
            foreach (var handle in _set.Active.Where(handle => handle.State is not (PluginState.Unloaded or PluginState.UnloadStuck)))
            {
                await handle.RetireAsync(TimeSpan.Zero, CancellationToken.None);
            }
        }

        Extensions.Dispose();
        _data.Delete(recursive: true);
    }
}
