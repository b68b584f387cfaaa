namespace LumenArgus.Abstractions.Model;

/// <summary>The findings of one conversation. What is no count is that of its newest finding, unless it says otherwise.</summary>
public sealed record FindingSession
{
    /// <summary>The conversation.</summary>
    public required string SessionId { get; init; }

    /// <summary>See <see cref="StoredFinding.ApiKeyHash"/>; with another one it is another conversation.</summary>
    public string ApiKeyHash { get; init; } = "";

    /// <summary>When its first finding was seen first.</summary>
    public required DateTimeOffset FirstSeen { get; init; }

    /// <summary>When one of its findings was seen last.</summary>
    public required DateTimeOffset LastSeen { get; init; }

    /// <summary>The exchange of its first finding.</summary>
    public string FirstExchangeId { get; init; } = "";

    /// <summary>How many findings of severity critical.</summary>
    public long CriticalCount { get; init; }

    /// <summary>How many of severity high.</summary>
    public long HighCount { get; init; }

    /// <summary>How many of severity warning.</summary>
    public long WarningCount { get; init; }

    /// <summary>How many of severity info.</summary>
    public long InfoCount { get; init; }

    /// <summary>The provider.</summary>
    public string Provider { get; init; } = "";

    /// <summary>The model.</summary>
    public string Model { get; init; } = "";

    /// <summary>The account.</summary>
    public string AccountId { get; init; } = "";

    /// <summary>The machine.</summary>
    public string DeviceId { get; init; } = "";

    /// <summary>The project folder.</summary>
    public string WorkingDirectory { get; init; } = "";

    /// <summary>The branch.</summary>
    public string GitBranch { get; init; } = "";

    /// <summary>The tool.</summary>
    public string Client { get; init; } = "";
}
