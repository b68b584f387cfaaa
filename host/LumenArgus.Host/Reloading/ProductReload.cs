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
    CurrentGeneration current,
    Inspector inspector,
    IEnumerable<IReloadable> reloadables,
    ConfigReloadHooks hooks,
    TimeProvider clock)
{
    /// <summary>Puts a configuration in use.</summary>
    /// <param name="wanted">What files and flags say; null reads the table of rules alone.</param>
    /// <param name="cancellationToken">The process ends.</param>
    public async Task<ReloadReport> RunAsync(LumenArgusConfig? wanted, CancellationToken cancellationToken)
    {
        var startedAt = clock.GetTimestamp();
        var running = current.Peek!.Config;
        var changes = wanted is null ? [] : ConfigDiff.Between(running, wanted);
        var config = wanted is null ? running : StartSettings.Keep(running, wanted);
        if (BundleProblem(config.Proxy) is { } problem)
        {
            return Failed(problem);
        }

        var next = await generations.PrepareAsync(config, cancellationToken);
        changes =
        [
            .. changes,
            .. RuleTableDiff.Between(current.Peek!.Table, next.Table, config),
            .. ToolListDiff.Between(current.Peek!.ToolLists.Table, next.ToolLists.Table),
        ];
        try
        {
            if (next.Rules != current.Peek!.Rules)
            {
                await WarmUp.RunAsync(inspector, next, cancellationToken);
            }

            await MoveAsync(running.Proxy, config.Proxy, cancellationToken);
        }
        catch (ListenException failure)
        {
            next.Release();
            return Failed(PortProblem.Describe(config.Proxy, failure));
        }
        catch
        {
            next.Release();
            throw;
        }

        current.Swap(next);
        server.Prepare(next);
        var untold = wanted is null ? [] : await TellAsync(next, cancellationToken);
        return new ReloadReport
        {
            Ok = true,
            Generation = next.Number,
            At = clock.GetUtcNow(),
            DurationMs = Elapsed(),
            Changes = changes,
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
