using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Storage.Audit;

/// <summary>One line of the audit log. A matched value and the hash of an API key have no place in the file, whatever is given here.</summary>
public sealed record AuditEntry
{
    /// <summary>When the request arrived.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>Counter that starts at 1 with each process.</summary>
    public required long RequestId { get; init; }

    /// <summary>UUIDv7; equal in all lines of one exchange.</summary>
    public required Guid ExchangeId { get; init; }

    /// <summary>Identifier of the provider, or <c>unknown</c>.</summary>
    public required string Provider { get; init; }

    /// <summary>Model named in the request; written as an empty string if null.</summary>
    public string? Model { get; init; }

    /// <summary>The path. A query string is cut off when written: it can hold a key.</summary>
    public required string Endpoint { get; init; }

    /// <summary>See <see cref="WireNames"/>.</summary>
    public required string Action { get; init; }

    /// <summary>The findings, each with its resolved action.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>Milliseconds, written with two decimals.</summary>
    public double ScanDurationMs { get; init; }

    /// <summary>Bytes of the request body as received.</summary>
    public long RequestSizeBytes { get; init; }

    /// <summary>Whether the request was sent to the provider.</summary>
    public required bool Passed { get; init; }

    /// <summary>Who sent it; only fields that are not empty are written (and always the way it was intercepted), and never the key hash.</summary>
    public SessionContext Session { get; init; } = SessionContext.Empty;
}
