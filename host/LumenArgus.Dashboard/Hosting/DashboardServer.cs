using System.Collections.Immutable;
using System.Net.Http.Headers;
using System.Net.Sockets;
using LumenArgus.Dashboard.Access;
using LumenArgus.Dashboard.Api;
using LumenArgus.Dashboard.Api.Description;
using LumenArgus.Dashboard.Live;
using LumenArgus.Dashboard.Pages;
using LumenArgus.Dashboard.Problems;
using LumenArgus.Inspection.Configuration;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Dashboard.Hosting;

/// <summary>The second web server of the product. What it cannot do, be it to listen at all, never concerns the proxy.</summary>
public sealed partial class DashboardServer : IAsyncDisposable
{
    private const long MaxBodyBytes = 2 * 1024 * 1024;
    private const int MaxConnections = 1_000;

    // An address that the process before this one has just given up is free a moment later.
    private static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(2);

    /// <summary>What is asked first when somebody opens it: the page, and what its frame, its overview and its findings show.</summary>
    internal static readonly ImmutableArray<string> FirstAsked =
    [
        "/", "/api/v1/session", "/api/v1/status", "/api/v1/pages", "/api/v1/findings?limit=9", "/api/v1/stats?days=30", "/api/v1/stats/advanced?days=30",
        "/api/v1/sessions/dashboard?limit=6", "/api/v1/audit?limit=9", "/api/v1/findings/facets", "/api/v1/findings?limit=9&severity=critical", "/api/v1/findings?limit=9&q=a",
        "/api/v1/rules?limit=60",
    ];

    private readonly WebApplication _application;
    private readonly AccessRules _rules;

    private DashboardServer(WebApplication application, AccessRules rules)
    {
        (_application, _rules) = (application, rules);
        Port = new Uri(application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
    }

    /// <summary>The port really in use.</summary>
    public int Port { get; }

    /// <summary>Where it is, without a slash at the end.</summary>
    public string Url => _rules.Config.UrlFor(Port);

    /// <summary>The address that opens it to its reader: the token stands behind the <c>#</c>, which no browser sends.</summary>
    public string Link => _rules.Token is { } token ? $"{Url}/#token={token.Text}" : Url + "/";

    /// <summary>The access token; null where nobody is asked.</summary>
    internal string? Token => _rules.Token?.Text;

    /// <summary>Starts to listen; tries a second time after two seconds.</summary>
    /// <param name="product">The services of the product.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <param name="productStarted">The end of the product's own start, beside which this puts the server together and which it waits for before it listens; null if that has ended.</param>
    /// <returns>The server, or what is wrong. Does not throw because of the address or the token.</returns>
    public static async Task<DashboardStart> StartAsync(IServiceProvider product, CancellationToken cancellationToken, Task? productStarted = null)
    {
        ArgumentNullException.ThrowIfNull(product);
        var logger = product.GetRequiredService<ILoggerFactory>().CreateLogger<DashboardServer>();
        var config = product.GetRequiredService<DashboardConfig>();
        AccessRules rules;
        try
        {
            rules = product.GetRequiredService<AccessRules>();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Failed(logger, $"there is no dashboard: its access token cannot be made: {failure.Message.TrimEnd('.')}");
        }

        try
        {
            return new DashboardStart(await ListenAsync(product, rules, productStarted ?? Task.CompletedTask, cancellationToken), Problem: null);
        }
        catch (Exception failure) when (failure is IOException or SocketException)
        {
            await Task.Delay(RetryPause, product.GetRequiredService<TimeProvider>(), cancellationToken);
        }

        try
        {
            return new DashboardStart(await ListenAsync(product, rules, Task.CompletedTask, cancellationToken), Problem: null);
        }
        catch (IOException failure) when (failure.InnerException is AddressInUseException)
        {
            return Failed(
                logger,
                $"there is no dashboard: port {config.Port} on {config.Bind} is in use by another program (perhaps another lumen-argus). "
                + "Choose another port with --dashboard-port, set dashboard.port in config.yaml, or leave it out with --no-dashboard.");
        }
        catch (Exception failure) when (failure is IOException or SocketException)
        {
            return Failed(
                logger,
                $"there is no dashboard: it cannot listen on {config.Bind} port {config.Port}: {failure.Message.TrimEnd('.')}. "
                + "Choose another port with --dashboard-port, or set dashboard.bind in config.yaml.");
        }
    }

    /// <summary>Asks what is asked first, so that whoever opens it does not wait for code to be compiled and for the database to be read for the first time.</summary>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>How many were answered. Does not throw: what fails here fails again for somebody who sees it.</returns>
    public async Task<int> WarmUpAsync(CancellationToken cancellationToken)
    {
        var answered = 0;
        using var caller = new HttpMessageInvoker(new SocketsHttpHandler { UseProxy = false, UseCookies = false });
        try
        {
            foreach (var path in FirstAsked)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, Url + path);
                request.Headers.Authorization = Token is { } token ? new AuthenticationHeaderValue("Bearer", token) : null;
                using var answer = await caller.SendAsync(request, cancellationToken);
                await answer.Content.CopyToAsync(Stream.Null, cancellationToken);
                answered += answer.IsSuccessStatusCode ? 1 : 0;
            }
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or UriFormatException or OperationCanceledException)
        {
            // It ends, or is not to be reached from here under its own address.
        }

        return answered;
    }

    /// <summary>Stops to listen and cuts what is open: nobody's work hangs on it.</summary>
    /// <returns>A task that ends when nothing runs any more.</returns>
    public async Task StopAsync()
    {
        using var cut = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));
        await _application.StopAsync(cut.Token);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private static DashboardStart Failed(ILogger logger, string problem)
    {
        Log.NotStarted(logger, problem);
        return new DashboardStart(Server: null, problem);
    }

    private static async Task<DashboardServer> ListenAsync(IServiceProvider product, AccessRules rules, Task productStarted, CancellationToken cancellationToken)
    {
        // The empty builder: the others read variables and files of whatever folder the product is started in.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = MaxBodyBytes;
            options.Limits.MaxConcurrentConnections = MaxConnections;
            options.Listen(rules.Config.GetAddress(), rules.Config.Port);
        });

        // What is written on the thread of the live events is sent there, too, instead of by the pool that the proxy's requests need.
        builder.Services.Configure<SocketTransportOptions>(static options => options.UnsafePreferInlineScheduling = true);
        builder.Services.AddRoutingCore();
        builder.Services.ConfigureHttpJsonOptions(static options =>
        {
            options.SerializerOptions.TypeInfoResolverChain.Insert(0, DashboardJson.Default);

            // The document of the API is made by these: its names and types are those of the answers.
            options.SerializerOptions.PropertyNamingPolicy = DashboardJson.Default.Options.PropertyNamingPolicy;
            options.SerializerOptions.NumberHandling = DashboardJson.Default.Options.NumberHandling;
        });
        builder.Services.AddOpenApi("v1", static options =>
        {
            options.ShouldInclude = static endpoint => endpoint.HttpMethod != "HEAD";
            options.AddDocumentTransformer<DocumentTransformer>().AddOperationTransformer<OperationTransformer>();
        });
        builder.Services.AddSingleton(product.GetRequiredService<ILoggerFactory>());
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        var application = builder.Build();
        try
        {
            Compose(application, product);
            await productStarted.WaitAsync(cancellationToken);
            product.GetRequiredService<GenerationEvents>().Start();
            await application.StartAsync(cancellationToken);
            return new DashboardServer(application, rules);
        }
        catch
        {
            await application.DisposeAsync();
            throw;
        }
    }

    private static void Compose(WebApplication application, IServiceProvider product)
    {
        // Routing first: the gate looks at the endpoint, and lets through what has none only to those who may look.
        application.Use(next => http => product.GetRequiredService<RequestBoundary>().InvokeAsync(http, next));
        application.UseRouting();
        application.Use(next => http => product.GetRequiredService<AuthorizationStep>().InvokeAsync(http, next));
        application.UseEndpoints(static _ => { });
        var api = application.MapGroup("/api/v1");
        foreach (var endpoints in product.GetServices<IDashboardEndpoints>())
        {
            endpoints.Map(api);
        }

        application.MapOpenApi("/api/{documentName}/openapi.json");
        product.GetRequiredService<UiEndpoints>().Map(application);
        product.GetRequiredService<PluginAssetEndpoints>().Map(application);

        // No endpoint: one that takes everything would be found where the method or the type of the body is wrong.
        application.Run(static http => throw ProblemException.NotFound("such address"));
    }

    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 5000, EventName = nameof(NotStarted), Level = LogLevel.Warning, Message = "{Problem}")]
        public static partial void NotStarted(ILogger logger, string problem);
    }
}
