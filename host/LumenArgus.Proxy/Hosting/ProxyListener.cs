using System.Net;
using System.Net.Sockets;
using LumenArgus.Forwarding.Listener;
using LumenArgus.Proxy.Control;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Proxy.Hosting;

/// <summary>A web server on one address. It holds nothing but connections: all that happens behind it is the product's, so that two can run beside each other.</summary>
internal sealed class ProxyListener : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ObservedTransport _transport;

    private ProxyListener(WebApplication application, ObservedTransport transport, IPAddress address)
    {
        _application = application;
        _transport = transport;
        Address = address;
    }

    public IPAddress Address { get; }

    /// <summary>The port really in use.</summary>
    public int Port { get; private set; }

    /// <summary>Ends after <see cref="StopAsync"/> was called, as soon as the address is free.</summary>
    public Task Unbound => _transport.Unbound;

    /// <exception cref="ListenException">The address cannot be listened on.</exception>
    public static async Task<ProxyListener> StartAsync(IPAddress address, int port, IServiceProvider product, CancellationToken cancellationToken)
    {
        var loggers = product.GetRequiredService<ILoggerFactory>();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        ListenerSetup.Use(builder, address, port);
        builder.Services.AddSingleton<SocketTransportFactory>();
        builder.Services.AddSingleton<ObservedTransport>();
        builder.Services.AddSingleton<IConnectionListenerFactory>(static services => services.GetRequiredService<ObservedTransport>());
        builder.Services.AddSingleton(loggers);
        UnattendedLifetime.Use(builder.Services);
        var application = builder.Build();
        application.Run(product.GetRequiredService<RequestEntry>().HandleAsync);
        var listener = new ProxyListener(application, application.Services.GetRequiredService<ObservedTransport>(), address);
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
        listener.Port = new Uri(addresses.First()).Port;
        return listener;
    }

    /// <summary>Stops to accept and waits for open exchanges.</summary>
    /// <param name="cut">Cuts those that are left.</param>
    public Task StopAsync(CancellationToken cut) => _application.StopAsync(cut);

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
