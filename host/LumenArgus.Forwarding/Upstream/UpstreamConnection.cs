using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using LumenArgus.Forwarding.WebSockets.Handshake;

namespace LumenArgus.Forwarding.Upstream;

/// <summary>Makes connections: to any address, or to addresses of the public internet only. There, what was looked up and checked is what is connected to.</summary>
internal static class UpstreamConnection
{
    /// <summary>Connects to a server, or to a proxy of the environment, which looks names up by itself.</summary>
    public static ValueTask<Stream> ConnectAsync(DnsEndPoint target, CancellationToken cancellationToken) =>
        ConnectAsync(socket => socket.ConnectAsync(target, cancellationToken));

    /// <exception cref="IOException">The name leads to no address that may be connected to; <see cref="IsForbidden"/> tells it.</exception>
    public static async ValueTask<Stream> ConnectToPublicAsync(DnsEndPoint target, CancellationToken cancellationToken)
    {
        // An address is not looked up: that throws for some of them.
        var found = IPAddress.TryParse(target.Host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(target.Host, cancellationToken);
        var addresses = Array.FindAll(found, AddressRules.IsPublic);
        return addresses.Length == 0 ? throw new ForbiddenAddressException() : await ConnectAsync(socket => socket.ConnectAsync(addresses, target.Port, cancellationToken));
    }

    /// <summary>Whether a connection was not made because of its address.</summary>
    public static bool IsForbidden(Exception failure) => failure.InnerException is ForbiddenAddressException || failure.InnerException?.InnerException is ForbiddenAddressException;

    private static async ValueTask<Stream> ConnectAsync(Func<Socket, ValueTask> connect)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await connect(socket);
            return new WatchedConnection(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    [SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "Thrown and caught in here.")]
    [SuppressMessage("Design", "CA1064:Exceptions should be public", Justification = "Thrown and caught in here.")]
    private sealed class ForbiddenAddressException : IOException;
}
