using Microsoft.AspNetCore.Http;

namespace LumenArgus.Dashboard.Problems;

/// <summary>An error as the answer of an endpoint.</summary>
internal sealed class ProblemAnswer(Problem problem) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => ProblemWriter.WriteAsync(httpContext, problem);
}
