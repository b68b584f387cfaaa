namespace LumenArgus.Abstractions.Plugin;

/// <summary>The seed's <c>config_reload</c>: called after a new configuration is in use.</summary>
public interface IConfigReloadHook
{
    /// <summary>Called once for each reload, budget 10 seconds.</summary>
    /// <param name="cancellationToken">Cancelled when the budget is spent.</param>
    /// <returns>A task that ends when the plugin has taken note.</returns>
    ValueTask OnConfigReloadedAsync(CancellationToken cancellationToken);
}
