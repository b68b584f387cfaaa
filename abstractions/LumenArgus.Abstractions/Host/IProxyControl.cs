using LumenArgus.Abstractions.Model;

namespace LumenArgus.Abstractions.Host;

/// <summary>The proxy that runs. Capability <c>proxy.control</c> for all of it.</summary>
public interface IProxyControl
{
    /// <summary>Looks at the proxy.</summary>
    /// <returns>Its state; null where none runs, as in a command.</returns>
    /// <exception cref="InvalidOperationException">The capability is missing.</exception>
    ProxyState? Read();

    /// <summary>Has the files of the configuration read again and put in use, as <c>lumen-argus reload</c> does. A configuration reload hook must not wait for it: it is part of one.</summary>
    /// <param name="cancellationToken">Ends the wait, not the reload.</param>
    /// <returns>Null if it went well; else what is wrong, and the old configuration stays.</returns>
    /// <exception cref="InvalidOperationException">The capability is missing, or no proxy runs.</exception>
    ValueTask<string?> ReloadAsync(CancellationToken cancellationToken);

    /// <summary>Switches between looking at the traffic and passing it through. Recorded in the audit log like every change of the mode.</summary>
    /// <param name="isPassthrough">Whether traffic is forwarded without a look.</param>
    /// <param name="duration">After which the proxy looks again; null for until the next change. Only with passthrough.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The state then.</returns>
    /// <exception cref="InvalidOperationException">The capability is missing, or no proxy runs.</exception>
    ValueTask<ProxyState> SetPassthroughAsync(bool isPassthrough, TimeSpan? duration, CancellationToken cancellationToken);
}
