using LumenArgus.Dashboard.Api;
using LumenArgus.Dashboard.Api.Description;
using LumenArgus.Dashboard.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace LumenArgus.Dashboard.Hosting;

/// <summary>
/// Maps handlers that give an answer. Each becomes a delegate that writes it, here and not by the framework: that would put together code for each of them when the first one is asked.
/// </summary>
internal static class EndpointMapping
{
    private const string Json = "application/json";
    private const string ProblemJson = "application/problem+json";

    public static IEndpointConventionBuilder Get(this IEndpointRouteBuilder api, string pattern, Func<HttpContext, Task<IResult>> handle) => Map(api, "GET", pattern, handle);

    public static IEndpointConventionBuilder Post(this IEndpointRouteBuilder api, string pattern, Func<HttpContext, Task<IResult>> handle) => Map(api, "POST", pattern, handle);

    public static IEndpointConventionBuilder Put(this IEndpointRouteBuilder api, string pattern, Func<HttpContext, Task<IResult>> handle) => Map(api, "PUT", pattern, handle);

    public static IEndpointConventionBuilder Delete(this IEndpointRouteBuilder api, string pattern, Func<HttpContext, Task<IResult>> handle) => Map(api, "DELETE", pattern, handle);

    private static IEndpointConventionBuilder Map(IEndpointRouteBuilder api, string method, string pattern, Func<HttpContext, Task<IResult>> handle)
    {
        var description = ApiCatalogue.Of(method, pattern);

        var names = description.QueryNames;

        // Whoever only asks for the headers gets those of GET (RFC 9110, 9.3.2). A stream has no end to wait for, and a plugin is only asked what it knows.
        var hasHead = method == "GET" && !description.IsOfPlugin && description.ContentType != "text/event-stream";
        var endpoint = api.MapMethods(pattern, hasHead ? [method, "HEAD"] : [method], async http =>
        {
            if (!description.IsOfPlugin)
            {
                Query.CheckNames(http, names);
            }

            await (await handle(http)).ExecuteAsync(http);
        }).WithMetadata(handle.Method, description, new ProducesResponseTypeMetadata(description.Status, description.Answer, [description.ContentType]));
        foreach (var status in Problems(method, pattern, description))
        {
            endpoint.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(Problem), [ProblemJson]));
        }

        return description.Body is { } body ? endpoint.WithMetadata(new AcceptsMetadata([Json], body)) : endpoint;
    }

    private static IEnumerable<int> Problems(string method, string pattern, EndpointDescription description) =>
    [
        StatusCodes.Status400BadRequest,
        StatusCodes.Status401Unauthorized,
        .. method == "GET" ? [] : new[] { StatusCodes.Status403Forbidden },
        .. pattern.Contains('{', StringComparison.Ordinal) ? [StatusCodes.Status404NotFound] : Array.Empty<int>(),
        .. description.Body is null ? [] : new[] { StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType },
        .. description.Problems,
    ];
}
