namespace LumenArgus.Storage.Findings;

/// <summary>The findings of one conversation.</summary>
public sealed record SessionSummary
{
    /// <summary>The conversation; unique only together with <see cref="ApiKeyHash"/>.</summary>
    public string SessionId { get; init; } = "";

    /// <summary>Keyed hash of the API key it came with; empty without one.</summary>
    public string ApiKeyHash { get; init; } = "";

    /// <summary>Time of the first finding.</summary>
    public string FirstSeen { get; init; } = "";

    /// <summary>Time of the newest finding.</summary>
    public string LastSeen { get; init; } = "";

    /// <summary>Number of rows.</summary>
    public long FindingCount { get; init; }

    /// <summary>Rows of severity critical.</summary>
    public long CriticalCount { get; init; }

    /// <summary>Rows of severity high.</summary>
    public long HighCount { get; init; }

    /// <summary>Rows of severity warning.</summary>
    public long WarningCount { get; init; }

    /// <summary>Rows of severity info.</summary>
    public long InfoCount { get; init; }

    /// <summary>Provider of the newest finding.</summary>
    public string Provider { get; init; } = "";

    /// <summary>Model of the newest finding.</summary>
    public string Model { get; init; } = "";

    /// <summary>Account of the newest finding.</summary>
    public string AccountId { get; init; } = "";

    /// <summary>Machine of the newest finding.</summary>
    public string DeviceId { get; init; } = "";

    /// <summary>Project folder of the newest finding.</summary>
    public string WorkingDirectory { get; init; } = "";

    /// <summary>Branch of the newest finding.</summary>
    public string GitBranch { get; init; } = "";

    /// <summary>Tool of the newest finding.</summary>
    public string ClientName { get; init; } = "";
}
