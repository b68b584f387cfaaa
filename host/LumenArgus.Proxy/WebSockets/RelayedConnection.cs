using LumenArgus.Abstractions.Model;
using LumenArgus.Forwarding.WebSockets.Relay;
using LumenArgus.Scanning.Fields;

namespace LumenArgus.Proxy.WebSockets;

/// <summary>One open connection.</summary>
internal sealed class RelayedConnection
{
    private long _findings;

    public required Guid Id { get; init; }

    /// <summary>The handshake.</summary>
    public required RequestInfo Request { get; init; }

    /// <summary>Name in records and metrics.</summary>
    public required string Provider { get; init; }

    /// <summary>Where it goes, without query string.</summary>
    public required string TargetUrl { get; init; }

    /// <summary>The header Origin; empty if there is none.</summary>
    public required string Origin { get; init; }

    /// <summary>The roles of texts in the provider's format; null for a server that is no provider.</summary>
    public LabelSet? Labels { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Timestamp of the clock when it was opened, for durations.</summary>
    public required long StartedAt { get; init; }

    /// <summary>
    /// Who opened it. A conversation that only the first message tells is kept for all: later messages hold what is new, and nothing by which it
    /// could be known again.
    /// </summary>
    public required SessionContext Session { get; set; }

    /// <summary>Set before anything flows.</summary>
    public WebSocketRelay Relay { get; set; } = null!;

    public long Findings => Interlocked.Read(ref _findings);

    public void AddFindings(int count) => Interlocked.Add(ref _findings, count);
}
