using System.Diagnostics.CodeAnalysis;

namespace LumenArgus.Proxy.Hosting;

/// <summary>The listener cannot be opened: the port is taken, the address is not of this machine, or the right is missing.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "Always made from what the system said.")]
public sealed class ListenException(Exception reason) : IOException(reason?.Message, reason)
{
    /// <summary>Whether another program listens there.</summary>
    public bool IsInUse => InnerException?.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException;
}
