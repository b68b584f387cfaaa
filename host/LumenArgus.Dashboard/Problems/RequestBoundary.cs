using System.Diagnostics.CodeAnalysis;
using LumenArgus.Storage.Database;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace LumenArgus.Dashboard.Problems;

/// <summary>The outermost step: whatever goes wrong becomes a problem that tells the caller what he can do, and never what the code looks like.</summary>
internal sealed partial class RequestBoundary(ILogger<RequestBoundary> logger)
{
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Request boundary: a defect of ours ends one answer, not the dashboard.")]
    public async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        Problem problem;
        var allow = StringValues.Empty;
        try
        {
            await next(http);
            if (http.Response.HasStarted || http.Response.StatusCode is not (StatusCodes.Status405MethodNotAllowed or StatusCodes.Status415UnsupportedMediaType))
            {
                return;
            }

            // Routing refuses without a word but that of the methods there are.
            allow = http.Response.Headers.Allow;
            problem = http.Response.StatusCode == StatusCodes.Status405MethodNotAllowed
                ? Problem.Of(StatusCodes.Status405MethodNotAllowed, "method_not_allowed", "This address does not take this method.")
                : Problem.JsonRequired;
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (ProblemException failure)
        {
            problem = failure.Problem;
        }
        catch (StoreException failure)
        {
            problem = Problem.Of(StatusCodes.Status503ServiceUnavailable, "store_unavailable", failure.Message);
        }
        catch (BadHttpRequestException failure)
        {
            problem = Problem.Of(failure.StatusCode, failure.StatusCode == StatusCodes.Status413PayloadTooLarge ? "body_too_large" : "bad_request", failure.Message);
        }
        catch (Exception failure)
        {
            Log.RequestFailed(logger, failure.GetType().Name, failure.StackTrace ?? "");
            problem = Problem.Of(StatusCodes.Status500InternalServerError, "internal_error", $"A defect of the dashboard ({failure.GetType().Name}); the log says more.");
        }

        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }

        http.Response.Clear();
        if (allow.Count > 0)
        {
            http.Response.Headers.Allow = allow;
        }

        SecurityHeaders.Set(http.Response.Headers);
        await ProblemWriter.WriteAsync(http, problem);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 5001, EventName = nameof(RequestFailed), Level = LogLevel.Error, Message = "A defect of ours ended a request to the dashboard: {Type}\n{Stack}")]
        public static partial void RequestFailed(ILogger logger, string type, string stack);
    }
}
