using System.Collections.Immutable;
using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.Inspection.Generations;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Loading;
using LumenArgus.PluginRuntime.Manifests;

namespace LumenArgus.Inspection.PluginServices;

/// <summary>The other plugins for one plugin. Each call holds the generation, and with it the other's code, until it has its answer.</summary>
internal sealed class PluginDirectory(PluginManifest manifest, CurrentGeneration current, PluginInvoker invoker) : IPluginDirectory
{
    private const int MaxName = 200;
    private const int MaxBody = 1024 * 1024;

    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(2);

    public ImmutableArray<PluginInfo> List()
    {
        using var lease = current.Acquire();
        return lease is null
            ? []
            : [.. lease.Generation.Plugins.Active.Select(static plugin => new PluginInfo(
                plugin.Id, plugin.Version, plugin.State is PluginState.Active or PluginState.Degraded, plugin.Manifest.Capabilities))];
    }

    public async ValueTask<PluginMessage?> AskAsync(string id, PluginMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        Capabilities.Demand(manifest, PluginCapability.Messages);
        if (message.Name is not { Length: > 0 and <= MaxName } || message.Body.Length > MaxBody)
        {
            throw new ArgumentException($"A message has a name of 1..{MaxName} characters and a body of at most {MaxBody} bytes.", nameof(message));
        }

        using var lease = current.Acquire();
        if (lease?.Generation.Plugins.Find(id) is not { Contributions.MessageHandler: { } handler } plugin)
        {
            return null;
        }

        var from = manifest.Id;
        var asked = Copy(message);
        var call = new PluginCall(plugin, "message") { FaultKey = $"message {from}", IsOutsideTraffic = true };
        var result = await invoker.InvokeAsync(call, token => HandleAsync(handler, from, asked, token), Budget, cancellationToken);
        return result.Status == PluginCallStatus.Cancelled ? throw new OperationCanceledException(cancellationToken) : result.Value;
    }

    // Within the call: the answer may be memory that only code of the other plugin can read.
    private static async ValueTask<PluginMessage?> HandleAsync(IPluginMessageHandler handler, string from, PluginMessage asked, CancellationToken cancellationToken) =>
        await handler.HandleAsync(from, asked, cancellationToken) switch
        {
            null => null,
            { Name.Length: <= MaxName, Body.Length: <= MaxBody } answer => Copy(answer),
            _ => throw new InvalidOperationException("The answer is too long."),
        };

    private static PluginMessage Copy(PluginMessage message) => new(message.Name, message.Body.ToArray());
}
