using System.Collections.Immutable;
using LumenArgus.Forwarding.Upstream;
using LumenArgus.Host.Startup;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Configuration.Changes;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Inspecting;
using LumenArgus.Inspection.Reloading;
using LumenArgus.Proxy.Hosting;

namespace LumenArgus.Host.Reloading;

/// <summary>
/// Puts a configuration in use while exchanges are open. All that can fail comes first: until the swap nothing has changed that is not taken back.
/// </summary>
internal sealed class ProductReload(
    ProxyServer server,
    GenerationHost generations,
    PluginReload plugins,
    CurrentGeneration current,
    Inspector inspector,
    IEnumerable<IReloadable> reloadables,
    ConfigReloadHooks hooks,
    TimeProvider clock)
{
    /// <summary>Puts a configuration in use.</summary>
    /// <param name="wanted">What files and flags say; null keeps the configuration in use.</param>
    /// <param name="again">Plugins to load anew although nothing of them has changed; null does not look for plugins at all.</param>
    /// <param name="cancellationToken">The process ends.</param>
    public async Task<ReloadReport> RunAsync(LumenArgusConfig? wanted, ImmutableHashSet<string>? again, CancellationToken cancellationToken)
    {
        var startedAt = clock.GetTimestamp();
        var running = current.Peek!.Config;
        if (wanted is not null && BundleProblem(wanted.Proxy) is { } problem)
        {
            return Failed(problem);
        }

        var update = again is null ? null : await plugins.PrepareAsync(wanted ?? running, again, cancellationToken);
        var config = wanted is null ? running : StartSettings.Keep(running, wanted, [.. (update?.Fresh ?? []).Select(static plugin => plugin.Manifest)]);
        Generation? next = null;
        ImmutableArray<ConfigChange> changes;
        try
        {
            next = await generations.PrepareAsync(config, update?.Next ?? generations.Plugins, previous: null, cancellationToken);
            changes =
            [
                .. wanted is null ? [] : ChangesTo(wanted, running, config),
                .. RuleTableDiff.Between(current.Peek!.Table, next.Table, config),
                .. ToolListDiff.Between(current.Peek!.ToolLists.Table, next.ToolLists.Table),
            ];
            if (next.Rules != current.Peek!.Rules || update is { Fresh.IsEmpty: false })
            {
                await WarmUp.RunAsync(inspector, next, cancellationToken);
            }

            await MoveAsync(running.Proxy, config.Proxy, cancellationToken);
        }
        catch (Exception failure)
        {
            next?.Release();
            if (update is not null)
            {
                generations.GiveUp(update);
            }

            if (failure is ListenException listen)
            {
                return Failed(PortProblem.Describe(config.Proxy, listen));
            }

            throw;
        }

        generations.Use(next, update);
        server.Prepare(next);
        var untold = wanted is null ? [] : await TellAsync(next, cancellationToken);
        return new ReloadReport
        {
            Ok = true,
            Generation = next.Number,
            At = clock.GetUtcNow(),
            DurationMs = Elapsed(),
            Changes = changes,
            Plugins = update?.Changes() ?? [],
            Warnings = untold,
        };

        ReloadReport Failed(string error) => new()
        {
            Ok = false,
            Generation = current.Peek!.Number,
            At = clock.GetUtcNow(),
            DurationMs = Elapsed(),
            Errors = [error],
        };

        double Elapsed() => Math.Round(clock.GetElapsedTime(startedAt).TotalMilliseconds, 1);
    }

    // What a plugin reads when it is loaded is in use if it was loaded with it.
    private static IEnumerable<ConfigChange> ChangesTo(LumenArgusConfig wanted, LumenArgusConfig running, LumenArgusConfig used)
    {
        var waiting = ConfigDiff.Between(used, wanted).Select(static change => change.Key).ToHashSet(StringComparer.Ordinal);
        return ConfigDiff.Between(running, wanted).Select(change => change with { NeedsRestart = change.NeedsRestart && waiting.Contains(change.Key) });
    }

    private async Task<ImmutableArray<string>> TellAsync(Generation next, CancellationToken cancellationToken)
    {
        foreach (var reloadable in reloadables)
        {
            reloadable.Reload(next.Config);
        }

        return await hooks.CallAsync(next, cancellationToken);
    }

    private Task MoveAsync(ProxyConfig from, ProxyConfig to, CancellationToken cancellationToken) => server.Port > 0 && (from.Bind, from.Port) == (to.Bind, to.Port)
        ? Task.CompletedTask
        : server.MoveAsync(BindAddress.Of(to), to.Port, cancellationToken);

    private static string? BundleProblem(ProxyConfig proxy) =>
        proxy is { VerifySsl: true, CaBundle: { } bundle } && UpstreamTrust.TryLoad(bundle, out var error) is null
            ? $"the certificates of proxy.ca_bundle ({bundle}) cannot be used: {error}"
            : null;
}
