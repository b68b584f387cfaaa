using LumenArgus.Dashboard.Problems;
using Microsoft.AspNetCore.Http;

namespace LumenArgus.Dashboard.Api.Plugins;

/// <summary>An answer that a plugin wrote.</summary>
internal sealed class PluginContent(int status, string contentType, ReadOnlyMemory<byte> body) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        SecurityHeaders.Isolate(response.Headers);
        response.Headers.CacheControl = "no-store";
        response.StatusCode = status;
        if (status is StatusCodes.Status204NoContent or StatusCodes.Status205ResetContent or StatusCodes.Status304NotModified)
        {
            return;
        }

        response.ContentType = contentType;
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, httpContext.RequestAborted);
    }
}
