using System.Net;
using LumenArgus.Inspection.FindingStores;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Notifications;
using LumenArgus.Inspection.Responses;
using LumenArgus.Proxy.Control;
using LumenArgus.Proxy.Providers;
using LumenArgus.Proxy.WebSockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Proxy.Hosting;

/// <summary>The product's services and the listener in front of them, which can move to another address while exchanges are open.</summary>
public sealed partial class ProxyServer : IAsyncDisposable
{
    // For the scans of the last responses; each takes milliseconds.
    private static readonly TimeSpan ResponsePatience = TimeSpan.FromSeconds(5);

    // For findings that a plugin's store has not taken yet; what is left goes to the host's own.
    private static readonly TimeSpan FindingPatience = TimeSpan.FromSeconds(5);

    // For messages that wait; each gets one more attempt.
    private static readonly TimeSpan NotificationPatience = TimeSpan.FromSeconds(5);

    private readonly IHost _host;
    private readonly DrainEnd _cut;
    private readonly List<Task> _retiring = [];
    private ProxyListener? _listener;

    private ProxyServer(IHost host) => (_host, _cut) = (host, host.Services.GetRequiredService<DrainEnd>());

    /// <summary>The services of the composition.</summary>
    public IServiceProvider Services => _host.Services;

    /// <summary>Exchanges that have not ended, and WebSockets that are open.</summary>
    public long OpenRequests => Services.GetRequiredService<ProxyMetrics>().Active + Services.GetRequiredService<WebSocketConnections>().Count;

    /// <summary>Exchanges since the start.</summary>
    public long Requests => Services.GetRequiredService<ProxyMetrics>().Requests;

    /// <summary>The port really in use; 0 if there is none, after the move to another address of the same port failed and the old one was lost.</summary>
    public int Port => _listener?.Port ?? 0;

    /// <summary>Composes the product and starts to listen.</summary>
    /// <param name="address">Where to listen.</param>
    /// <param name="port">Port; 0 takes a free one.</param>
    /// <param name="compose">Adds the services.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>The running server. It answers 503 until a generation is in use.</returns>
    /// <exception cref="ListenException">The address cannot be listened on.</exception>
    public static async Task<ProxyServer> StartAsync(
        IPAddress address, int port, Action<IServiceCollection> compose, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(compose);
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        UnattendedLifetime.Use(builder.Services);
        builder.Services.AddSingleton<DrainEnd>();
        compose(builder.Services);
        var server = new ProxyServer(builder.Build());
        try
        {
            server._listener = await ProxyListener.StartAsync(address, port, server.Services, cancellationToken);
            await server._host.StartAsync(cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes what the exchanges of a generation need, so that what is wrong with it shows before the first of them.</summary>
    /// <param name="generation">The generation in use.</param>
    public void Prepare(Generation generation) => Services.GetRequiredService<RouterCache>().For(generation);

    /// <summary>
    /// Listens at another address. The new listener is there before the old one stops to accept, so no caller finds a closed door; open exchanges of
    /// the old one go on, however long they take. Calls come one at a time.
    /// </summary>
    /// <param name="address">Where to listen.</param>
    /// <param name="port">Port; 0 takes a free one.</param>
    /// <param name="cancellationToken">Ends the start of the new listener.</param>
    /// <exception cref="ListenException">The address cannot be listened on; the old listener stays.</exception>
    public async Task MoveAsync(IPAddress address, int port, CancellationToken cancellationToken)
    {
        var old = _listener;
        if (old is not null && port == old.Port && Overlap(address, old.Address))
        {
            await ReplaceAsync(old, address, port, cancellationToken);
            return;
        }

        _listener = await ProxyListener.StartAsync(address, port, Services, cancellationToken);
        if (old is not null)
        {
            Retire(old);
        }
    }

    /// <summary>Stops to accept connections and waits for open exchanges; those that are left at the end are cut.</summary>
    /// <param name="drain">How long to wait.</param>
    /// <returns>A task that ends when nothing runs any more.</returns>
    public async Task StopAsync(TimeSpan drain)
    {
        await using var warning = _cut.Token.Register(() => WarnOfCut(drain));
        _cut.ComesAfter(drain);
        Services.GetRequiredService<WebSocketConnections>().Drain(drain);
        if (Interlocked.Exchange(ref _listener, null) is { } listener)
        {
            Retire(listener);
        }

        await Task.WhenAll(_retiring);
        await Services.GetRequiredService<ResponseScanner>().DrainAsync(ResponsePatience);
        await Services.GetRequiredService<NotificationDispatcher>().DrainAsync(NotificationPatience);
        if (Services.GetService<FindingStoreQueue>() is { } findings)
        {
            await findings.DrainAsync(FindingPatience);
        }

        await _host.StopAsync(_cut.Token);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopListeningAsync();
        if (_host is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }
    }

    // Two sockets cannot share a port if one of them listens on every address: then there is a moment without a listener.
    private static bool Overlap(IPAddress one, IPAddress other) =>
        one.Equals(other) || IsWildcard(one) || IsWildcard(other);

    private static bool IsWildcard(IPAddress address) => address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any);

    private async Task ReplaceAsync(ProxyListener old, IPAddress address, int port, CancellationToken cancellationToken)
    {
        _listener = null;
        Retire(old);
        await old.Unbound.WaitAsync(cancellationToken);
        try
        {
            _listener = await ProxyListener.StartAsync(address, port, Services, cancellationToken);
        }
        catch
        {
            _listener = await ProxyListener.StartAsync(old.Address, old.Port, Services, CancellationToken.None);
            throw;
        }
    }

    private void Retire(ProxyListener listener)
    {
        _retiring.RemoveAll(static task => task.IsCompleted);
        _retiring.Add(RetireAsync(listener));
    }

    private async Task RetireAsync(ProxyListener listener)
    {
        try
        {
            await listener.StopAsync(_cut.Token);
        }
        finally
        {
            await listener.DisposeAsync();
        }
    }

    private void WarnOfCut(TimeSpan drain)
    {
        if (OpenRequests > 0)
        {
            Log.Cut(Services.GetRequiredService<ILogger<ProxyServer>>(), OpenRequests, drain.TotalSeconds);
        }
    }

    private async Task StopListeningAsync()
    {
        await _cut.ComeAsync();
        if (Interlocked.Exchange(ref _listener, null) is { } listener)
        {
            Retire(listener);
        }

        await Task.WhenAll(_retiring);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1220, EventName = nameof(Cut), Level = LogLevel.Warning,
            Message = "{Count} request(s) had not ended after {Seconds} s (proxy.drain_timeout) and are cut")]
        public static partial void Cut(ILogger logger, long count, double seconds);
    }
}
