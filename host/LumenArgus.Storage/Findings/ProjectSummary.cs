namespace LumenArgus.Storage.Findings;

/// <summary>The findings of one project folder.</summary>
public sealed record ProjectSummary
{
    /// <summary>The folder.</summary>
    public string WorkingDirectory { get; init; } = "";

    /// <summary>Findings seen in the time that was asked for.</summary>
    public long FindingCount { get; init; }

    /// <summary>Those of severity critical.</summary>
    public long CriticalCount { get; init; }

    /// <summary>Time of the newest.</summary>
    public string LastFindingAt { get; init; } = "";

    /// <summary>The tools, joined by line feeds.</summary>
    public string Clients { get; init; } = "";
}
