using System.Diagnostics.CodeAnalysis;

namespace LumenArgus.Dashboard.Problems;

/// <summary>Ends a request with an error that is the caller's to mend.</summary>
/// <param name="status">Status code.</param>
/// <param name="error">What is wrong, in snake case, for programs.</param>
/// <param name="detail">What is wrong, in a sentence.</param>
/// <param name="field">The parameter or member that is wrong; null if it is none.</param>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "Always made from a status and a code.")]
internal sealed class ProblemException(int status, string error, string detail, string? field = null) : Exception(detail)
{
    public Problem Problem { get; init; } = Problem.Of(status, error, detail) with { Field = field };

    public static ProblemException JsonRequired() => new(Problem.JsonRequired.Status, Problem.JsonRequired.Error, Problem.JsonRequired.Detail);

    public static ProblemException BadRequest(string error, string detail, string? field = null) => new(400, error, detail, field);

    public static ProblemException NotFound(string what) => new(404, "not_found", $"There is no {what}.");
}
