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

    /// <summary>The provider.</summary>
    public string? Provider { get; init; }

    /// <summary>The tool.</summary>
    public string? Client { get; init; }

    /// <summary><c>reverse</c> or <c>forward</c>.</summary>
    public string? InterceptMode { get; init; }

    /// <summary><c>detector</c> or <c>framework</c>.</summary>
    public string? Origin { get; init; }

    /// <summary>The hash of the key that came with it; empty for none.</summary>
    public string? ApiKeyHash { get; init; }

    /// <summary>The account.</summary>
    public string? AccountId { get; init; }

    /// <summary>A part of the project folder.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>The name of the machine.</summary>
    public string? Hostname { get; init; }

    /// <summary>The name of the user.</summary>
    public string? Username { get; init; }

    /// <summary>The library that sent it.</summary>
    public string? SdkName { get; init; }

    /// <summary>What runs that.</summary>
    public string? Runtime { get; init; }

    /// <summary>The host that the tool meant.</summary>
    public string? OriginalHost { get; init; }

    /// <summary>What the value says about itself.</summary>
    public string? Verdict { get; init; }

    /// <summary>A part of location, type, preview, tool or project folder, whatever its case.</summary>
    public string? Text { get; init; }

    /// <summary>Seen last at or after this.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Seen last before this.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Only those with a lower number: the next page.</summary>
    public long? Before { get; init; }

    /// <summary>How many of the newest to skip.</summary>
    public long Offset { get; init; }

    /// <summary>How many at most, 1 to 500.</summary>
    public int Limit { get; init; } = 50;
}
