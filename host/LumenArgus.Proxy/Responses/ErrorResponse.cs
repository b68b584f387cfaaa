using LumenArgus.Proxy.Providers;
using Microsoft.AspNetCore.Http;

namespace LumenArgus.Proxy.Responses;

/// <summary>Answers that come from the proxy itself. All are small JSON bodies with a length, so a connection stays usable.</summary>
internal static class ErrorResponse
{
    /// <summary>Writes <c>{"error":{"type","message"}}</c>.</summary>
    public static Task WriteAsync(HttpResponse response, int statusCode, string type, string message, CancellationToken cancellationToken) =>
        WriteJsonAsync(response, statusCode, ErrorShape.Of(type, message), cancellationToken);

    /// <summary>Writes a body that is JSON already.</summary>
    public static async Task WriteJsonAsync(HttpResponse response, int statusCode, byte[] json, CancellationToken cancellationToken)
    {
        response.StatusCode = statusCode;
        response.ContentType = "application/json";
        response.ContentLength = json.Length;
        if (!HttpMethods.IsHead(response.HttpContext.Request.Method))
        {
            await response.Body.WriteAsync(json, cancellationToken);
        }
    }

    /// <summary>Writes an error if nothing has been sent yet; a response that has begun is cut off, which is the only honest end left.</summary>
    public static async Task TryWriteAsync(HttpResponse response, int statusCode, string type, string message)
    {
        if (response.HasStarted)
        {
            response.HttpContext.Abort();
            return;
        }

        response.Clear();
        try
        {
            await WriteAsync(response, statusCode, type, message, response.HttpContext.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // The caller has left; there is nobody to tell.
        }
    }
}
