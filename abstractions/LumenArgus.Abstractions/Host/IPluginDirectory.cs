using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Abstractions.Host;

/// <summary>
/// The other plugins of this host, looked up by identifier at each call, so that one can be replaced while another talks to it. An object of another plugin is never handed out: it would keep the
/// other's code in memory.
/// </summary>
public interface IPluginDirectory
{
    /// <summary>Lists the plugins in use.</summary>
    /// <returns>In the order in which they were started.</returns>
    ImmutableArray<PluginInfo> List();

    /// <summary>Asks another plugin. Capability <c>messages</c>.</summary>
    /// <param name="id">The other's identifier.</param>
    /// <param name="message">What to ask.</param>
    /// <param name="cancellationToken">Nobody waits any longer.</param>
    /// <returns>The answer; null if there is no such plugin now, it takes no messages, does not know this one, fails or needs more than 2 s. A fault is recorded for the other plugin.</returns>
    /// <exception cref="ArgumentException">The message has more than 1 MiB.</exception>
    /// <exception cref="InvalidOperationException">The capability is missing.</exception>
    ValueTask<PluginMessage?> AskAsync(string id, PluginMessage message, CancellationToken cancellationToken);
}
