using LumenArgus.Abstractions.Model;

namespace LumenArgus.Abstractions.Plugin;

/// <summary>
/// Answers what other plugins ask through <see cref="Host.IPluginDirectory"/>. Plugins share no types but those of the contract, so they talk in bytes: JSON as a rule.
/// </summary>
public interface IPluginMessageHandler
{
    /// <summary>Answers a message.</summary>
    /// <param name="from">Identifier of the plugin that asks.</param>
    /// <param name="message">What it asks; its body is a copy.</param>
    /// <param name="cancellationToken">It no longer waits, or 2 s are over.</param>
    /// <returns>The answer; null for a message that is not known here.</returns>
    ValueTask<PluginMessage?> HandleAsync(string from, PluginMessage message, CancellationToken cancellationToken);
}
