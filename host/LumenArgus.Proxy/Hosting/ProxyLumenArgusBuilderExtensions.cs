using LumenArgus.Forwarding.Upstream;
using LumenArgus.Forwarding.WebSockets.Handshake;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Hosting;
using LumenArgus.Inspection.Records;
using LumenArgus.Inspection.Reloading;
using LumenArgus.Proxy.Agents;
using LumenArgus.Proxy.Control;
using LumenArgus.Proxy.Exchanges;
using LumenArgus.Proxy.Hosting;
using LumenArgus.Proxy.Identity;
using LumenArgus.Proxy.Providers;
using LumenArgus.Proxy.Telemetry;
using LumenArgus.Proxy.WebSockets;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the proxy: exchanges, providers, health and metrics.</summary>
public static class ProxyLumenArgusBuilderExtensions
{
    /// <summary>Adds the proxy.</summary>
    /// <param name="builder">The composition.</param>
    /// <param name="product">What the product says of itself.</param>
    /// <returns>The same builder.</returns>
    public static ILumenArgusBuilder AddProxy(this ILumenArgusBuilder builder, ProductInfo product)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton(product);
        builder.Services.TryAddSingleton<RequestEntry>();
        AddExchanges(builder.Services);
        AddWebSockets(builder.Services);
        AddControl(builder.Services);
        AddUpstream(builder.Services, builder.Start.Proxy);
        return builder;
    }

    private static void AddExchanges(IServiceCollection services)
    {
        services.TryAddSingleton<ExchangeHandler>();
        services.TryAddSingleton<FramingStep>();
        services.TryAddSingleton<LeaseStep>();
        services.TryAddSingleton<AgentStep>();
        services.TryAddSingleton<RouteStep>();
        services.TryAddSingleton<CaptureStep>();
        services.TryAddSingleton<InspectStep>();
        services.TryAddSingleton<BlockStep>();
        services.TryAddSingleton<ForwardStep>();
        services.TryAddSingleton<RewriteStep>();
        services.TryAddSingleton<RelayStep>();
        services.TryAddSingleton<HoldStep>();
        services.TryAddSingleton<RecordStep>();
        services.TryAddSingleton<RequestNumbers>();
        services.TryAddSingleton<RouterCache>();
        services.TryAddSingleton<HeaderSession>();
        services.TryAddSingleton<ApiKeyHash>();
    }

    private static void AddWebSockets(IServiceCollection services)
    {
        services.TryAddSingleton<WebSocketHandler>();
        services.TryAddSingleton<HandshakeStep>();
        services.TryAddSingleton<MessageInspectionFactory>();
        services.TryAddSingleton<WebSocketConnections>();
        services.TryAddSingleton<WebSocketDialer>();
    }

    private static void AddControl(IServiceCollection services)
    {
        services.TryAddSingleton<ProxyMetrics>();
        services.AddSingleton<IExchangeSink>(static provider => provider.GetRequiredService<ProxyMetrics>());
        services.TryAddSingleton<HealthEndpoint>();
        services.TryAddSingleton<PluginFigures>();
        services.TryAddSingleton<MetricsEndpoint>();
        services.AddSingleton<IHostedService, ProductMeter>();
    }

    private static void AddUpstream(IServiceCollection services, ProxyConfig config)
    {
        services.TryAddSingleton(provider => new UpstreamSlots(
            config.MaxConnections, provider.GetRequiredService<ILoggerFactory>().CreateLogger<UpstreamSlots>()));
        services.TryAddSingleton(provider => new CurrentUpstream(
            UpstreamReload.OptionsOf(config),
            provider.GetRequiredService<UpstreamSlots>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>().CreateLogger<UpstreamClient>()));
        services.AddSingleton<IReloadable, UpstreamReload>();
    }
}
