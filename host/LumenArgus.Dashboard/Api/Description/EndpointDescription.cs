using System.Collections.Immutable;

namespace LumenArgus.Dashboard.Api.Description;

/// <summary>What the API document says of an endpoint.</summary>
/// <param name="Summary">What it is for, in a few words.</param>
/// <param name="Answer">The type of its answer; null for one that is no JSON object.</param>
internal sealed record EndpointDescription(string Summary, Type? Answer)
{
    /// <summary>Marks a query parameter that is a number.</summary>
    public const string Number = ":n";

    /// <summary>The type of its body; null without one.</summary>
    public Type? Body { get; init; }

    /// <summary>Status code of a success.</summary>
    public int Status { get; init; } = 200;

    /// <summary>Status codes of errors that only some calls have.</summary>
    public ImmutableArray<int> Problems { get; init; } = [];

    /// <summary>Whether it can do a part of what was asked: it says then what was done and what was not, with the status 207, or 400 where it was nothing.</summary>
    public bool CanBePartial { get; init; }

    /// <summary>Content type of an answer that is no JSON object.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>Names of its query parameters; numbers are marked.</summary>
    public ImmutableArray<string> Query { get; init; } = [];

    /// <summary>Whether a plugin answers: what it takes is not known here.</summary>
    public bool IsOfPlugin { get; init; }

    /// <summary>The names of the query parameters without marks.</summary>
    public ImmutableArray<string> QueryNames => [.. Query.Select(static name => name.EndsWith(Number, StringComparison.Ordinal) ? name[..^Number.Length] : name)];
}
