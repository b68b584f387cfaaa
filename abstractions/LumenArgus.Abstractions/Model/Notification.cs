using System.Collections.Immutable;

namespace LumenArgus.Abstractions.Model;

/// <summary>What somebody is told of: the findings of one exchange. No matched text is in it, only masked previews.</summary>
public sealed record Notification
{
    /// <summary>The findings, the worst first. They are not read from the database: their <see cref="StoredFinding.Id"/> is 0.</summary>
    public required ImmutableArray<StoredFinding> Findings { get; init; }

    /// <summary>How many findings there are, also those for which there was no room in <see cref="Findings"/>.</summary>
    public required int Count { get; init; }

    /// <summary>Identifier of the provider.</summary>
    public required string Provider { get; init; }

    /// <summary>Model named in the request; empty if none is.</summary>
    public string Model { get; init; } = "";

    /// <summary>Who sent the request.</summary>
    public SessionContext Session { get; init; } = SessionContext.Empty;

    /// <summary>When the request arrived, UTC.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>What was held back for this receiver since the last message.</summary>
    public ImmutableArray<SuppressedFindings> Suppressed { get; init; } = [];

    /// <summary>Whether somebody only tries the channel: the finding is made up.</summary>
    public bool IsTest { get; init; }
}
