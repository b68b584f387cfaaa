using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.Inspection.Generations;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Loading;

namespace LumenArgus.Inspection.Notifications;

/// <summary>
/// Calls the plugins that send. They are looked up in the generation in use for each message, and held for that long only: a plugin that is replaced sends the next one, and nothing here keeps
/// the old one in memory.
/// </summary>
public sealed class ChannelNotifiers(CurrentGeneration current, PluginInvoker invoker)
{
    private const int MaxDetail = 300;

    private static readonly TimeSpan SendBudget = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan CheckBudget = TimeSpan.FromSeconds(2);

    /// <summary>The types of channels that there are now; of two with one name the first plugin's.</summary>
    /// <returns>The types in the order of the plugins.</returns>
    public IReadOnlyList<KnownChannelType> ListTypes()
    {
        using var lease = current.Acquire();
        return lease is null
            ? []
            : [.. lease.Generation.Plugins.Active.SelectMany(static plugin => plugin.Contributions.ChannelTypes.Select(type => new KnownChannelType(plugin.Id, type)))
                .DistinctBy(static known => known.Type.Name, StringComparer.Ordinal)];
    }

    /// <summary>Says why a channel cannot send now, without asking its plugin.</summary>
    /// <param name="channel">The channel.</param>
    /// <returns>A sentence; null if it can.</returns>
    public string? FindProblem(NotificationChannel channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        if (channel.Problem is { } problem)
        {
            return problem;
        }

        using var lease = current.Acquire();
        return lease is null || PluginOf(lease.Generation, channel.Row.Type) is not null
            ? ChannelSettings.Read(channel.Row, Environment.GetEnvironmentVariable).Problem
            : NoPlugin(channel.Row.Type);
    }

    /// <summary>Has the plugin of a channel say what is wrong with its settings.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="cancellationToken">The caller has left.</param>
    /// <returns>A sentence; null if nothing is.</returns>
    public async Task<string?> CheckAsync(NotificationChannel channel, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(channel);
        if (FindProblem(channel) is { } problem)
        {
            return problem;
        }

        var (info, _) = ChannelSettings.Read(channel.Row, Environment.GetEnvironmentVariable);
        if (Hold(generation => PluginOf(generation, info.Type)) is not { } plugin)
        {
            return NoPlugin(info.Type);
        }

        try
        {
            var call = new PluginCall(plugin, "check_channel") { FaultKey = $"check_channel {info.Type}", IsOutsideTraffic = true };
            var builder = plugin.Contributions.NotifierBuilder;
            var result = await invoker.InvokeAsync(call, _ => ValueTask.FromResult(builder?.FindProblem(info)), CheckBudget, cancellationToken);
            return result.Status == PluginCallStatus.Ok ? Shown(result.Value) : Failure(plugin, result.Status).Detail;
        }
        finally
        {
            plugin.Release();
        }
    }

    /// <summary>Makes one attempt to send by a channel.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="notification">The message.</param>
    /// <param name="cancellationToken">The product ends, or the caller has left.</param>
    /// <returns>What became of it.</returns>
    public async Task<DeliveryResult> SendAsync(NotificationChannel channel, Notification notification, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var (info, problem) = ChannelSettings.Read(channel.Row, Environment.GetEnvironmentVariable);
        if ((channel.Problem ?? problem) is { } known)
        {
            return DeliveryResult.Refused(known);
        }

        if (Hold(generation => PluginOf(generation, info.Type)) is not { } plugin)
        {
            // It may be on its way: a plugin that is removed and added again is away for a moment.
            return DeliveryResult.Failed(NoPlugin(info.Type));
        }

        try
        {
            return await CallAsync(plugin, $"channel {info.Name}", () => plugin.Contributions.NotifierBuilder?.Build(info), isOwned: true, notification, cancellationToken);
        }
        finally
        {
            plugin.Release();
        }
    }

    /// <summary>Makes one attempt to send by a notifier without a channel.</summary>
    /// <param name="pluginId">Its plugin.</param>
    /// <param name="name">Its name.</param>
    /// <param name="notification">The message.</param>
    /// <param name="cancellationToken">The product ends.</param>
    /// <returns>What became of it.</returns>
    public async Task<DeliveryResult> SendAsync(string pluginId, string name, Notification notification, CancellationToken cancellationToken)
    {
        if (Hold(generation => generation.Plugins.Find(pluginId)) is not { } plugin)
        {
            return DeliveryResult.Failed($"Plugin {pluginId} is not loaded any more.");
        }

        try
        {
            return await CallAsync(
                plugin,
                $"notifier {name}",
                () => plugin.Contributions.Notifiers.FirstOrDefault(notifier => notifier.Name == name)?.Notifier,
                isOwned: false,
                notification,
                cancellationToken);
        }
        finally
        {
            plugin.Release();
        }
    }

    private async Task<DeliveryResult> CallAsync(
        PluginHandle plugin, string subject, Func<INotifier?> find, bool isOwned, Notification notification, CancellationToken cancellationToken)
    {
        // The same receiver again is the same fault: somebody whose receiver is broken has one broken receiver, and the plugin may have detectors too.
        var call = new PluginCall(plugin, "notify") { FaultKey = $"notify {subject}", IsOutsideTraffic = true };
        var result = await invoker.InvokeAsync(call, token => SendAsync(find, isOwned, notification, token), SendBudget, cancellationToken);
        return result.Status == PluginCallStatus.Ok
            ? result.Value is { } sent ? sent with { Detail = Shown(sent.Detail) ?? "" } : DeliveryResult.Refused($"Plugin {plugin.Id} cannot use these settings.")
            : Failure(plugin, result.Status);
    }

    private static async ValueTask<DeliveryResult?> SendAsync(Func<INotifier?> find, bool isOwned, Notification notification, CancellationToken cancellationToken)
    {
        if (find() is not { } notifier)
        {
            return null;
        }

        try
        {
            return await notifier.NotifyAsync(notification, cancellationToken) ?? throw new InvalidOperationException("There is no result.");
        }
        finally
        {
            if (isOwned)
            {
                await notifier.DisposeAsync();
            }
        }
    }

    private static DeliveryResult Failure(PluginHandle plugin, PluginCallStatus status) => DeliveryResult.Failed(status switch
    {
        PluginCallStatus.TimedOut => $"Plugin {plugin.Id} took longer than its budget.",
        PluginCallStatus.NotCalled => $"Plugin {plugin.Id} is not called now: {plugin.GetStatus().Reason}",
        PluginCallStatus.Cancelled => "The attempt was given up before its end.",
        _ => $"Plugin {plugin.Id} failed: {plugin.Faults.Last?.TypeName}",
    });

    private static PluginHandle? PluginOf(Generation generation, string type) =>
        generation.Plugins.Active.FirstOrDefault(plugin => plugin.Contributions.ChannelTypes.Any(known => known.Name == type));

    private static string NoPlugin(string type) => $"No plugin that is loaded brings channels of the type {type}.";

    // It comes from a plugin and goes into pages and logs.
    private static string? Shown(string? text) => string.IsNullOrEmpty(text)
        ? null
        : new string([.. text.Take(MaxDetail).Select(static character => char.IsControl(character) ? ' ' : character)]);

    // The plugin alone, not its generation: that would hold all others as well.
    private PluginHandle? Hold(Func<Generation, PluginHandle?> find)
    {
        using var lease = current.Acquire();
        return lease is not null && find(lease.Generation) is { } plugin && plugin.TryAddReference() ? plugin : null;
    }
}
