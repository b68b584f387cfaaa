using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LumenArgus.Dashboard.Hosting;

/// <summary>Maps handlers that give an answer; the framework's own overloads would take them for ones that write it themselves.</summary>
internal static class EndpointMapping
{
    public static RouteHandlerBuilder Get(this IEndpointRouteBuilder api, string pattern, Func<HttpContext, Task<IResult>> handle) => Map(api, "GET", pattern, handle);

    public static RouteHandlerBuilder Post(this IEndpointRouteBuilder api, string pattern, Func<HttpContext, Task<IResult>> handle) => Map(api, "POST", pattern, handle);

    public static RouteHandlerBuilder Put(this IEndpointRouteBuilder api, string pattern, Func<HttpContext, Task<IResult>> handle) => Map(api, "PUT", pattern, handle);

    public static RouteHandlerBuilder Delete(this IEndpointRouteBuilder api, string pattern, Func<HttpContext, Task<IResult>> handle) => Map(api, "DELETE", pattern, handle);

    private static RouteHandlerBuilder Map(IEndpointRouteBuilder api, string method, string pattern, Delegate handle) => api.MapMethods(pattern, [method], handle);
}
