namespace LumenArgus.Storage.Findings;

/// <summary>Which findings are meant: those that match all that is given.</summary>
public sealed record FindingFilter
{
    /// <summary>All findings.</summary>
    public static FindingFilter All { get; } = new();

    /// <summary>Severity.</summary>
    public string? Severity { get; init; }

    /// <summary>Detector.</summary>
    public string? Detector { get; init; }

    /// <summary>Type.</summary>
    public string? FindingType { get; init; }

    /// <summary>Action.</summary>
    public string? Action { get; init; }

    /// <summary>Provider.</summary>
    public string? Provider { get; init; }

    /// <summary>Tool.</summary>
    public string? Client { get; init; }

    /// <summary><c>reverse</c> or <c>forward</c>.</summary>
    public string? InterceptMode { get; init; }

    /// <summary><c>detector</c> or <c>framework</c>.</summary>
    public string? Origin { get; init; }

    /// <summary>Conversation.</summary>
    public string? SessionId { get; init; }

    /// <summary>Hash of the key that came with it; empty for none.</summary>
    public string? ApiKeyHash { get; init; }

    /// <summary>Account.</summary>
    public string? AccountId { get; init; }

    /// <summary>A part of the project folder.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>Name of the machine.</summary>
    public string? Hostname { get; init; }

    /// <summary>Name of the user.</summary>
    public string? Username { get; init; }

    /// <summary>Library.</summary>
    public string? SdkName { get; init; }

    /// <summary>Runtime.</summary>
    public string? Runtime { get; init; }

    /// <summary>Host the tool meant.</summary>
    public string? OriginalHost { get; init; }

    /// <summary>What the value says about itself.</summary>
    public string? Verdict { get; init; }

    /// <summary>A part of location, type, preview, tool or project folder, whatever its case. Only the newest rows that match the rest are looked through.</summary>
    public string? Text { get; init; }

    /// <summary>Only rows with a lower number.</summary>
    public long? Before { get; init; }

    /// <summary>Seen last at or after this.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Seen last before this.</summary>
    public DateTimeOffset? To { get; init; }
}
