using LumenArgus.Abstractions.Model;
using LumenArgus.Proxy.Agents;
using LumenArgus.Proxy.Providers;
using LumenArgus.Proxy.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace LumenArgus.Proxy.Exchanges;

/// <summary>Finds whose format this is and where it goes. Nothing is guessed: what no path, header or configuration names is answered with 404.</summary>
internal sealed class RouteStep(RouterCache routers)
{
    public async ValueTask<bool> RunAsync(Exchange exchange)
    {
        var router = routers.For(exchange.Lease!.Generation);
        var found = exchange.Forward is { } forward
            ? await router.FindForwardedAsync(OriginalHeadOf(exchange, forward), forward, exchange.Http.RequestAborted)
            : await router.FindAsync(HeadOf(exchange), exchange.Target, exchange.Http.RequestAborted);
        exchange.Route = found.Route;
        if (found.Route is not null)
        {
            return true;
        }

        if (found.Problem is { } problem)
        {
            await RefuseAsync(exchange, problem);
            return false;
        }

        if (exchange.Forward is not null)
        {
            await ForbidAsync(exchange, exchange.Forward);
            return false;
        }

        exchange.Error = "unknown provider";
        await ErrorResponse.WriteAsync(
            exchange.Http.Response,
            StatusCodes.Status404NotFound,
            "unknown_provider",
            found.KnownUpstreams is { } known
                // Without what stands in its place: that may be anything.
                ? $"lumen-argus knows no upstream of the name behind /_upstream/: there are {string.Join(", ", known)}. Others are named in proxy.upstream of config.yaml."
                : "lumen-argus cannot tell which AI provider this request is for: neither its path nor its headers name one. "
                    + "Use the provider's own API path, or /_upstream/<name>/... with <name> from proxy.upstream in config.yaml.",
            exchange.Http.RequestAborted);
        return false;
    }

    private static Task ForbidAsync(Exchange exchange, ForwardTarget forward)
    {
        exchange.Error = $"{forward.Origin} may not be forwarded to";
        return ErrorResponse.WriteAsync(
            exchange.Http.Response,
            StatusCodes.Status403Forbidden,
            "forbidden_target",
            $"lumen-argus forwards to AI providers only, and {forward.Origin.GetLeftPart(UriPartial.Authority)} is not one that it knows; list its host in proxy.forward_hosts if it is",
            exchange.Http.RequestAborted);
    }

    // 400 like a blocked request: of all statuses the one whose message every tool shows.
    private static async Task RefuseAsync(Exchange exchange, RouteProblem problem)
    {
        exchange.Error = $"no route: {problem.Message}";
        var body = await problem.Provider.ErrorBodyAsync(
            StatusCodes.Status400BadRequest, "upstream_not_configured", $"[lumen-argus] {problem.Message}. Nothing was sent.", exchange.Http.RequestAborted);
        await ErrorResponse.WriteJsonAsync(exchange.Http.Response, StatusCodes.Status400BadRequest, body, exchange.Http.RequestAborted);
    }

    /// <summary>The head of a request as it came: a copy, for plugins too.</summary>
    public static RequestHead HeadOf(Exchange exchange) => new(exchange.Request.Method, exchange.Request.Path, Lines(exchange.Http.Request.Headers));

    private static RequestHead OriginalHeadOf(Exchange exchange, ForwardTarget forward) => new(
        exchange.Request.Method,
        RequestTarget.PathOf(forward.Target),
        Lines(exchange.Http.Request.Headers)
            .Where(static line => !line.Key.Equals(HeaderNames.Host, StringComparison.OrdinalIgnoreCase) && !line.Key.StartsWith(AgentHeaders.OwnPrefix, StringComparison.OrdinalIgnoreCase))
            .Append(KeyValuePair.Create(HeaderNames.Host, forward.Origin.Authority)));

    private static List<KeyValuePair<string, string>> Lines(IHeaderDictionary headers)
    {
        var lines = new List<KeyValuePair<string, string>>(headers.Count);
        foreach (var (name, values) in headers)
        {
            foreach (var value in values)
            {
                lines.Add(KeyValuePair.Create(name, value ?? ""));
            }
        }

        return lines;
    }
}
