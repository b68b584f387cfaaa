using LumenArgus.Dashboard.Api.Findings;

namespace LumenArgus.Dashboard.Api.Sessions;

/// <summary>One exchange of a conversation.</summary>
internal sealed record SessionTurn
{
    public required string ExchangeId { get; init; }

    public long? RequestId { get; init; }

    public required string Timestamp { get; init; }

    public required string Action { get; init; }

    public string Provider { get; init; } = "";

    public string Model { get; init; } = "";

    public string Endpoint { get; init; } = "";

    public int FindingCount { get; init; }

    /// <summary>From the arrival of the request to the end of its response; not in the audit log, so not known of earlier exchanges.</summary>
    public double? DurationMs { get; init; }

    public double? ScanDurationMs { get; init; }

    public long? RequestBytes { get; init; }

    public IReadOnlyList<FindingView> Findings { get; init; } = [];
}
