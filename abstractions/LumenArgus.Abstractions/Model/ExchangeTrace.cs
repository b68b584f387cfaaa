namespace LumenArgus.Abstractions.Model;

/// <summary>One exchange that has ended, as traces tell of it. Never holds a value, a header or a query string.</summary>
public sealed record ExchangeTrace
{
    /// <summary>Which request it was.</summary>
    public required RequestInfo Request { get; init; }

    /// <summary>When it arrived, UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>From its arrival to the end of the response.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Identifier of the provider, or <c>unknown</c>.</summary>
    public required string Provider { get; init; }

    /// <summary>Model named in the request, or null.</summary>
    public string? Model { get; init; }

    /// <summary>The action that won.</summary>
    public PolicyAction Action { get; init; }

    /// <summary>Number of findings.</summary>
    public int FindingsCount { get; init; }

    /// <summary>Time of the scan, in milliseconds.</summary>
    public double ScanDurationMs { get; init; }

    /// <summary>Bytes of the request body.</summary>
    public long BodySize { get; init; }

    /// <summary>Bytes of the response body.</summary>
    public long ResponseSize { get; init; }

    /// <summary>Status code of the response.</summary>
    public int StatusCode { get; init; }

    /// <summary>What went wrong while forwarding, in words; null if nothing did.</summary>
    public string? Error { get; init; }

    /// <summary>The trace, 32 hexadecimal digits; null if the caller named none and none is recorded.</summary>
    public string? TraceId { get; init; }

    /// <summary>The span of the exchange, 16 hexadecimal digits; null if none is recorded.</summary>
    public string? SpanId { get; init; }

    /// <summary>The caller's span; null if it named none.</summary>
    public string? ParentSpanId { get; init; }
}
