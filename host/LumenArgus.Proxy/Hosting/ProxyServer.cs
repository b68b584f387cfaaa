using System.Net;
using System.Net.Sockets;
using LumenArgus.Forwarding.Listener;
using LumenArgus.Proxy.Control;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LumenArgus.Proxy.Hosting;

/// <summary>The listener with everything behind it.</summary>
public sealed class ProxyServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private ProxyServer(WebApplication application) => _application = application;

    /// <summary>The services of the composition.</summary>
    public IServiceProvider Services => _application.Services;

    /// <summary>Exchanges that have not ended.</summary>
    public long OpenRequests => Services.GetRequiredService<ProxyMetrics>().Active;

    /// <summary>The port really in use.</summary>
    public int Port { get; private set; }

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
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseSockets(ListenerSetup.ConfigureTransport).ConfigureKestrel(options =>
        {
            ListenerSetup.Configure(options);
            options.Listen(address, port);
        });
        // Signals are the business of the executable; the framework's own handler would end the process beside it.
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        // The caller of StopAsync sets the time; the framework's own limit would cut a longer one.
        builder.Services.Configure<HostOptions>(static options => options.ShutdownTimeout = Timeout.InfiniteTimeSpan);
        compose(builder.Services);
        var application = builder.Build();
        var entry = application.Services.GetRequiredService<RequestEntry>();
        application.Run(entry.HandleAsync);
        var server = new ProxyServer(application);
        try
        {
            await application.StartAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or SocketException)
        {
            await application.DisposeAsync();
            throw new ListenException(failure);
        }
        catch
        {
            await application.DisposeAsync();
            throw;
        }

        var addresses = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        server.Port = new Uri(addresses.First()).Port;
        return server;
    }

    /// <summary>Stops to accept connections and waits for open exchanges; those that are left at the end are cut.</summary>
    /// <param name="drain">How long to wait.</param>
    /// <returns>A task that ends when nothing runs any more.</returns>
    public async Task StopAsync(TimeSpan drain)
    {
        using var deadline = new CancellationTokenSource(drain);
        await _application.StopAsync(deadline.Token);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
