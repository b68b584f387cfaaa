using LumenArgus.Proxy.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace LumenArgus.Proxy.Exchanges;

/// <summary>
/// Refuses requests that two readers could read in two ways, of which the listener takes one: what is one request here could have been two on the way to us (RFC 9112, 6.1 and 11.2).
/// No tool sends such; the connection is closed.
/// </summary>
internal sealed class FramingStep
{
    // Where a request has a length and chunks, the listener puts the length here.
    private const string SetAside = "X-Content-Length";

    public async ValueTask<bool> RunAsync(Exchange exchange)
    {
        if (ProblemOf(exchange.Http) is not { } problem)
        {
            return true;
        }

        exchange.Error = problem;
        exchange.Http.Response.Headers.Connection = "close";
        await ErrorResponse.WriteAsync(
            exchange.Http.Response, StatusCodes.Status400BadRequest, "invalid_request", $"lumen-argus does not forward this request: {problem}", exchange.Http.RequestAborted);
        return false;
    }

    private static string? ProblemOf(HttpContext http)
    {
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (!target.StartsWith('/') && !target.Contains("://", StringComparison.Ordinal))
        {
            return "its target is no path";
        }

        var headers = http.Request.Headers;
        var codings = headers.TransferEncoding;
        return codings.Count == 0 ? null
            : codings.Count > 1 || !"chunked".Equals(codings[0]?.Trim(), StringComparison.OrdinalIgnoreCase) ? "its transfer coding is not chunked alone"
            : headers.ContentLength is not null || headers.ContainsKey(SetAside) ? "it has a length and chunks"
            : !HttpProtocol.IsHttp11(http.Request.Protocol) ? "it has chunks and is not HTTP/1.1"
            : null;
    }
}
