using System.Collections.Immutable;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Generations;
using LumenArgus.PluginRuntime.Loading;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Inspection.Reloading;

/// <summary>Loads what is new in the extension folders and tries it. A plugin that fails is out of the update again, and what was in use before stays.</summary>
public sealed partial class PluginReload(GenerationHost generations, PluginSelfTest test, ILogger<PluginReload> logger)
{
    /// <summary>Makes the next set of plugins.</summary>
    /// <param name="config">The configuration that new plugins get.</param>
    /// <param name="again">Identifiers of plugins to load anew although nothing of them has changed.</param>
    /// <param name="cancellationToken">The process ends.</param>
    /// <returns>The plugins to use, to be given to <see cref="GenerationHost.Use"/> or <see cref="GenerationHost.GiveUp"/>.</returns>
    public async Task<PluginUpdate> PrepareAsync(LumenArgusConfig config, ImmutableHashSet<string> again, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(config);
        var update = await generations.UpdateAsync(config, again, cancellationToken);
        try
        {
            // Once more without each that fails: what it brought may have hidden something.
            while (!update.Fresh.IsEmpty && await FindFailureAsync(config, update, cancellationToken) is { } failed)
            {
                Log.SelfTestFailed(logger, failed.Plugin.Id, failed.Plugin.Version, failed.Reason);
                update = update.Refuse(failed.Plugin, $"self-test: {failed.Reason}");
            }

            return update;
        }
        catch
        {
            generations.GiveUp(update);
            throw;
        }
    }

    private async Task<(PluginHandle Plugin, string Reason)?> FindFailureAsync(LumenArgusConfig config, PluginUpdate update, CancellationToken cancellationToken)
    {
        var trial = await generations.PrepareTrialAsync(config, update.Next, cancellationToken);
        try
        {
            await test.InspectAsync(trial, cancellationToken);
            foreach (var plugin in update.Fresh)
            {
                if (await test.CheckAsync(trial, plugin, cancellationToken) is { } reason)
                {
                    return (plugin, reason);
                }
            }

            return null;
        }
        finally
        {
            trial.Release();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 2061, EventName = nameof(SelfTestFailed), Level = LogLevel.Error, Message = "Plugin {PluginId} {Version} failed its self-test and is not used: {Reason}")]
        public static partial void SelfTestFailed(ILogger logger, string pluginId, string version, string reason);
    }
}
