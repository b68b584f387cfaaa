using LumenArgus.Dashboard.Exports;
using LumenArgus.Dashboard.Hosting;
using LumenArgus.Dashboard.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LumenArgus.Dashboard.Api.Logs;

/// <summary>The application log.</summary>
internal sealed class LogEndpoints(IProductControl product) : IDashboardEndpoints
{
    private const int TailLines = 100;

    public void Map(IEndpointRouteBuilder api)
    {
        api.Get("/logs/tail", _ => Task.FromResult(Answer.Json(new LogLines(Read(() => product.LogTail(TailLines))), DashboardJson.Default.LogLines)));
        api.Get("/logs/download", _ => Task.FromResult<IResult>(new Download(Read(product.CleanLog))));
    }

    private static T Read<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(503, "log_unavailable", $"The log cannot be read: {failure.Message}");
        }
    }

    private sealed class Download(IEnumerable<string> lines) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            Attachment.Begin(httpContext.Response, "lumen-argus.log", "text/plain; charset=utf-8");
            foreach (var line in lines)
            {
                await httpContext.Response.WriteAsync(line + "\n", httpContext.RequestAborted);
            }
        }
    }
}
