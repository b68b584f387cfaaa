using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Hosting;
using LumenArgus.Inspection.Modes;
using LumenArgus.PluginRuntime.Manifests;

namespace LumenArgus.Inspection.PluginServices;

/// <summary>The proxy for one plugin.</summary>
internal sealed class ProxyControl(PluginManifest manifest, Func<IRunningProxy?> proxy, Func<ModeSwitch?> mode) : IProxyControl
{
    public ProxyState? Read()
    {
        Capabilities.Demand(manifest, PluginCapability.ProxyControl);
        return proxy() is { ProxyPort: > 0 } running && mode() is { } modes ? StateOf(running, modes.Current) : null;
    }

    public async ValueTask<string?> ReloadAsync(CancellationToken cancellationToken)
    {
        var report = await Running().Proxy.ReloadAsync().WaitAsync(cancellationToken);
        return report.Ok ? null : string.Join("; ", report.Errors);
    }

    public async ValueTask<ProxyState> SetPassthroughAsync(bool isPassthrough, TimeSpan? duration, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(duration ?? TimeSpan.MaxValue, TimeSpan.Zero, nameof(duration));
        var (running, modes) = Running();
        var state = await modes.SetAsync(isPassthrough ? ProxyMode.Passthrough : ProxyMode.Active, isPassthrough ? duration : null, cancellationToken);
        return StateOf(running, state);
    }

    private (IRunningProxy Proxy, ModeSwitch Modes) Running()
    {
        Capabilities.Demand(manifest, PluginCapability.ProxyControl);
        return proxy() is { ProxyPort: > 0 } running && mode() is { } modes ? (running, modes) : throw new InvalidOperationException("No proxy runs in this process.");
    }

    private static ProxyState StateOf(IRunningProxy running, ModeState mode) => new(
        running.Version, running.ProxyBind, running.ProxyPort, running.Requests, running.OpenRequests, mode.Mode == ProxyMode.Passthrough, mode.Until);
}
