namespace LumenArgus.Host.Terminal;

/// <summary>Statistics of this run.</summary>
internal sealed record SessionSnapshot
{
    public required long TotalRequests { get; init; }

    public required long TotalBytesScanned { get; init; }

    /// <summary>Requests by action.</summary>
    public required IReadOnlyDictionary<string, long> Actions { get; init; }

    /// <summary>Requests by provider.</summary>
    public required IReadOnlyDictionary<string, long> Providers { get; init; }

    /// <summary>Findings by type.</summary>
    public required IReadOnlyDictionary<string, long> FindingTypes { get; init; }

    public required double AverageScanMs { get; init; }

    /// <summary>Within 5 % of the true value.</summary>
    public required double P95ScanMs { get; init; }

    public long Count(string action) => Actions.GetValueOrDefault(action);
}
