using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace LumenArgus.Proxy.Hosting;

/// <summary>A transport that tells when its address is free again: the server itself only tells when the last exchange has ended.</summary>
internal sealed class ObservedTransport(SocketTransportFactory transport) : IConnectionListenerFactory
{
    private readonly TaskCompletionSource _unbound = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when nothing is accepted any more.</summary>
    public Task Unbound => _unbound.Task;

    public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default) =>
        new Listener(await transport.BindAsync(endpoint, cancellationToken), _unbound);

    private sealed class Listener(IConnectionListener listener, TaskCompletionSource unbound) : IConnectionListener
    {
        public EndPoint EndPoint => listener.EndPoint;

        public ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default) => listener.AcceptAsync(cancellationToken);

        public async ValueTask UnbindAsync(CancellationToken cancellationToken = default)
        {
            await listener.UnbindAsync(cancellationToken);
            unbound.TrySetResult();
        }

        public ValueTask DisposeAsync() => listener.DisposeAsync();
    }
}
