using System.Collections.Immutable;

namespace LumenArgus.Dashboard.Api.Description;

/// <summary>What the API document says of an endpoint.</summary>
/// <param name="Summary">What it is for, in a few words.</param>
/// <param name="Answer">The type of its answer; null for one that is no JSON object.</param>
internal sealed record EndpointDescription(string Summary, Type? Answer)
{
    /// <summary>The type of its body; null without one.</summary>
    public Type? Body { get; init; }

    /// <summary>Status code of a success.</summary>
    public int Status { get; init; } = 200;

    /// <summary>Content type of an answer that is no JSON object.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>Names of its query parameters; numbers are marked by <c>:n</c>.</summary>
    public ImmutableArray<string> Query { get; init; } = [];
}
