namespace LumenArgus.Dashboard.Api;

/// <summary>How the product does.</summary>
internal sealed record StatusAnswer
{
    public string Status { get; } = "operational";

    public required string Version { get; init; }

    public required double UptimeSeconds { get; init; }

    public required long TotalFindings { get; init; }

    public string Tier { get; init; } = "community";

    public string? ProVersion { get; init; }

    public required int ProxyPort { get; init; }

    public required string ProxyBind { get; init; }

    public required string Mode { get; init; }

    public DateTimeOffset? ModeUntil { get; init; }

    public required bool Standalone { get; init; }

    public required long Generation { get; init; }

    public required long RequestsTotal { get; init; }

    public required long OpenRequests { get; init; }

    public required IReadOnlyList<string> Degraded { get; init; }

    public required StoreHealth Store { get; init; }

    public required LiveHealth Dashboard { get; init; }

    /// <summary>Findings that channels were not told of yet, because they had been told of the same kind shortly before.</summary>
    public required IReadOnlyDictionary<string, long> NotificationSuppressed { get; init; }

    /// <summary>The database.</summary>
    internal sealed record StoreHealth(bool Healthy, string? Problem);

    /// <summary>The dashboard itself.</summary>
    internal sealed record LiveHealth(int LiveClients);
}
