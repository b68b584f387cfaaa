using LumenArgus.Abstractions.Host;

namespace LumenArgus.Abstractions.Plugin;

/// <summary>
/// The entry point of a plugin, named in <c>plugin.json</c>; needs a public constructor without parameters. Order:
/// <see cref="Configure"/>, factories, <see cref="StartAsync"/>, traffic, <see cref="StopAsync"/>, dispose, unload.
/// </summary>
public interface ILumenPlugin : IAsyncDisposable
{
    /// <summary>Registers what the plugin brings. No input or output here; budget 2 seconds.</summary>
    /// <param name="plugin">Takes the registrations.</param>
    void Configure(IPluginBuilder plugin);

    /// <summary>Starts what the plugin needs while it runs. Budget 10 seconds.</summary>
    /// <param name="context">What it may use of the host.</param>
    /// <param name="cancellationToken">Cancelled when the budget is spent or the host stops.</param>
    /// <returns>A task that ends when the plugin is ready.</returns>
    ValueTask StartAsync(IPluginContext context, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>Ends what <see cref="StartAsync"/> began. Budget 10 seconds.</summary>
    /// <param name="cancellationToken">Cancelled when the budget is spent.</param>
    /// <returns>A task that ends when nothing of the plugin runs any more.</returns>
    ValueTask StopAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <inheritdoc/>
    ValueTask IAsyncDisposable.DisposeAsync() => ValueTask.CompletedTask;
}
