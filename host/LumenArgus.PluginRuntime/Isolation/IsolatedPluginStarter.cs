using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Isolation.Wire;
using LumenArgus.PluginRuntime.Loading;
using LumenArgus.PluginRuntime.Manifests;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace LumenArgus.PluginRuntime.Isolation;

/// <summary>Starts a plugin in a process of its own. The third gate and all behind it are passed there.</summary>
internal sealed class IsolatedPluginStarter(PluginLoaderOptions options, TimeProvider clock, ILoggerFactory loggers)
{
    // The process itself, on a machine that is busy with its own start.
    private static readonly TimeSpan ProcessStart = TimeSpan.FromSeconds(10);

    /// <summary>Starts a plugin from its shadow folder. Owns the folder from here on.</summary>
    /// <returns>The plugin, or null and why not.</returns>
    public async Task<(IRunningPlugin? Plugin, LifecycleFailure? Failure)> StartAsync(
        PluginManifest manifest, ShadowFolder shadow, IsolationOptions isolation, PluginFaults faults, CancellationToken cancellationToken)
    {
        PluginProcess? process = null;
        try
        {
            process = new PluginProcess(
                manifest.Id,
                StartOf(manifest, shadow, isolation),
                isolation,
                faults,
                clock,
                loggers.CreateLogger($"Plugin.{manifest.Id}"),
                ProcessStart + (3 * options.ConfigureBudget) + options.StartBudget);
            var (ready, failure) = await process.StartAsync().WaitAsync(cancellationToken);
            failure ??= WrongName(ready!, manifest);
            if (failure is null)
            {
                return (new IsolatedPlugin(process, shadow, ready!, options.StopBudget), null);
            }

            await DiscardAsync(process, shadow);
            return (null, failure);
        }
        catch (PluginLoadException exception)
        {
            shadow.Dispose();
            return (null, new LifecycleFailure(exception.Message, StillRunning: false));
        }
        catch (OperationCanceledException)
        {
            await DiscardAsync(process!, shadow);
            throw;
        }
    }

    private static async Task DiscardAsync(PluginProcess process, ShadowFolder shadow)
    {
        await process.StopAsync(TimeSpan.Zero);
        shadow.Dispose();
    }

    // Held against the manifest here once more: the process is what is not trusted.
    private static LifecycleFailure? WrongName(ReadyWire ready, PluginManifest manifest) =>
        ready.Detectors.Select(static each => each.Name).Concat(ready.AsyncDetectors.Select(static each => each.Name))
            .FirstOrDefault(name => !manifest.Detectors.Contains(name)) is { } wrong
            ? new LifecycleFailure($"has a detector '{wrong}' that its manifest does not name: add it to PluginDetectors (detectors in plugin.json)", StillRunning: false)
            : null;

    private StartWire StartOf(PluginManifest manifest, ShadowFolder shadow, IsolationOptions isolation)
    {
        var configuration = options.Configuration(manifest);
        try
        {
            return new StartWire(
                shadow.Path,
                isolation.Workers,
                (int)options.ConfigureBudget.TotalMilliseconds,
                (int)options.StartBudget.TotalMilliseconds,
                (int)options.StopBudget.TotalMilliseconds,
                [.. configuration.AsEnumerable()]);
        }
        finally
        {
            (configuration as IDisposable)?.Dispose();
        }
    }
}
