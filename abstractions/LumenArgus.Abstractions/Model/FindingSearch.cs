namespace LumenArgus.Abstractions.Model;

/// <summary>Which stored findings are meant: those that match all that is given.</summary>
public sealed record FindingSearch
{
    /// <summary>The detector.</summary>
    public string? Detector { get; init; }

    /// <summary>What was found.</summary>
    public string? Type { get; init; }

    /// <summary><c>info</c>, <c>warning</c>, <c>high</c> or <c>critical</c>.</summary>
    public string? Severity { get; init; }

    /// <summary>What was done.</summary>
    public string? Action { get; init; }

    /// <summary>The conversation.</summary>
    public string? SessionId { get; init; }

    /// <summary>Seen last at or after this.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Seen last before this.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Only those with a lower number: the next page.</summary>
    public long? Before { get; init; }

    /// <summary>How many at most, 1 to 500.</summary>
    public int Limit { get; init; } = 50;
}
