using LumenArgus.Dashboard.Api.Description;
using LumenArgus.Dashboard.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LumenArgus.Dashboard.Hosting;

/// <summary>Maps handlers that give an answer; the framework's own overloads would take them for ones that write it themselves.</summary>
internal static class EndpointMapping
{
    private const string Json = "application/json";
    private const string ProblemJson = "application/problem+json";

    public static RouteHandlerBuilder Get(this IEndpointRouteBuilder api, string pattern, Func<HttpContext, Task<IResult>> handle) => Map(api, "GET", pattern, handle);

    public static RouteHandlerBuilder Post(this IEndpointRouteBuilder api, string pattern, Func<HttpContext, Task<IResult>> handle) => Map(api, "POST", pattern, handle);

    public static RouteHandlerBuilder Put(this IEndpointRouteBuilder api, string pattern, Func<HttpContext, Task<IResult>> handle) => Map(api, "PUT", pattern, handle);

    public static RouteHandlerBuilder Delete(this IEndpointRouteBuilder api, string pattern, Func<HttpContext, Task<IResult>> handle) => Map(api, "DELETE", pattern, handle);

    private static RouteHandlerBuilder Map(IEndpointRouteBuilder api, string method, string pattern, Delegate handle)
    {
        var description = ApiCatalogue.Of(method, pattern);
        var endpoint = api.MapMethods(pattern, [method], handle).WithMetadata(description)
            .Produces(description.Status, description.Answer, description.Answer is null && description.Status == StatusCodes.Status204NoContent ? null : description.ContentType)
            .Produces<Problem>(StatusCodes.Status400BadRequest, ProblemJson)
            .Produces<Problem>(StatusCodes.Status401Unauthorized, ProblemJson);
        if (method != "GET")
        {
            endpoint.Produces<Problem>(StatusCodes.Status403Forbidden, ProblemJson);
        }

        return description.Body is { } body ? endpoint.Accepts(body, Json) : endpoint;
    }
}
