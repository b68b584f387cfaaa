using System.Text.Json;
using LumenArgus.Dashboard.Api;
using Microsoft.AspNetCore.Http;

namespace LumenArgus.Dashboard.Problems;

internal static class ProblemWriter
{
    public static async Task WriteAsync(HttpContext http, Problem problem)
    {
        var response = http.Response;
        response.StatusCode = problem.Status;
        response.ContentType = "application/problem+json";
        response.Headers.CacheControl = "no-store";
        await JsonSerializer.SerializeAsync(response.Body, problem, DashboardJson.Default.Problem, http.RequestAborted);
    }
}
