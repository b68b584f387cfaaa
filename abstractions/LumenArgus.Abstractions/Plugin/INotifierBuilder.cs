using LumenArgus.Abstractions.Model;

namespace LumenArgus.Abstractions.Plugin;

/// <summary>Makes notifiers for channels of the plugin's types.</summary>
public interface INotifierBuilder
{
    /// <summary>Says what is wrong with the settings of a channel. Asked before it is stored. Quick: nothing is sent, nothing is looked up.</summary>
    /// <param name="channel">The channel.</param>
    /// <returns>A sentence without the values of credentials; null if nothing is wrong.</returns>
    string? FindProblem(ChannelInfo channel) => null;

    /// <summary>
    /// Makes the notifier of a channel. It is used for one message and disposed of, so that a change of the channel or of the plugin counts at once: what is worth keeping, such as connections,
    /// belongs to the builder. Quick.
    /// </summary>
    /// <param name="channel">The channel.</param>
    /// <returns>The notifier; null if its settings cannot be used.</returns>
    INotifier? Build(ChannelInfo channel);
}
