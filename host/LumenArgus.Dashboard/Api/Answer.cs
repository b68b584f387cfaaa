using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace LumenArgus.Dashboard.Api;

/// <summary>Answers of endpoints.</summary>
internal static class Answer
{
    public static IResult Json<T>(T value, JsonTypeInfo<T> type, int status = StatusCodes.Status200OK) => new JsonAnswer<T>(value, type, status);

    private sealed class JsonAnswer<T>(T value, JsonTypeInfo<T> type, int status) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            // What is shown is of this moment and of this caller.
            httpContext.Response.Headers.CacheControl = "no-store";
            httpContext.Response.StatusCode = status;
            return httpContext.Response.WriteAsJsonAsync(value, type, contentType: null, httpContext.RequestAborted);
        }
    }
}
