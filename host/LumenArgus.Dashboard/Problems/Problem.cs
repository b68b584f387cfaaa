using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace LumenArgus.Dashboard.Problems;

/// <summary>An error as RFC 9457 has it, with the members of the original beside it.</summary>
internal sealed record Problem
{
    public string Type { get; init; } = "about:blank";

    public required string Title { get; init; }

    public required int Status { get; init; }

    public required string Detail { get; init; }

    /// <summary>What is wrong, in snake case, for programs.</summary>
    public required string Error { get; init; }

    /// <summary>The parameter or member that is wrong.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Field { get; init; }

    /// <summary>How many there may be, where there are too many.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Limit { get; init; }

    /// <summary>The preferred way to log in, where the caller has not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Auth { get; init; }

    /// <summary>All ways to log in.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Methods { get; init; }

    /// <summary>Where the access token is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TokenFile { get; init; }

    public static Problem JsonRequired { get; } = Of(StatusCodes.Status415UnsupportedMediaType, "json_required", "Send the request with Content-Type: application/json.");

    public static Problem Of(int status, string error, string detail) => new()
    {
        Title = ReasonPhrases.GetReasonPhrase(status),
        Status = status,
        Detail = detail,
        Error = error,
    };
}
