using System.Collections.Immutable;
using System.Diagnostics;
using LumenArgus.Abstractions.Model;
using LumenArgus.Forwarding.Bodies;
using LumenArgus.Forwarding.Responses;
using LumenArgus.Forwarding.Upstream;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Inspecting;
using LumenArgus.Inspection.Records;
using LumenArgus.Inspection.Responses;
using LumenArgus.Proxy.Agents;
using LumenArgus.Proxy.Providers;
using Microsoft.AspNetCore.Http;

namespace LumenArgus.Proxy.Exchanges;

/// <summary>The state of one request and its response. Each step fills its part; nothing runs twice.</summary>
internal sealed class Exchange(HttpContext http, RequestInfo request, DateTimeOffset timestamp, long startedAt) : IDisposable
{
    public HttpContext Http { get; } = http;

    public RequestInfo Request { get; } = request;

    public DateTimeOffset Timestamp { get; } = timestamp;

    /// <summary>Timestamp of the clock at the start, for durations.</summary>
    public long StartedAt { get; } = startedAt;

    /// <summary>The request target as it was received, in origin form.</summary>
    public required string Target { get; init; }

    /// <summary>Its span; null while nobody listens.</summary>
    public Activity? Span { get; set; }

    public GenerationLease? Lease { get; set; }

    /// <summary>The agent that passed the request on; null where none is known.</summary>
    public AgentIdentity? Agent { get; set; }

    /// <summary>Where the request was going before an agent took it out of its way; null for one that was sent to us.</summary>
    public ForwardTarget? Forward { get; set; }

    public Route? Route { get; set; }

    /// <summary>Name in records where there is no route.</summary>
    public string ProviderName { get; set; } = "unknown";

    /// <summary>Where a WebSocket goes that is for no provider; without query string.</summary>
    public string? WebSocketTarget { get; set; }

    /// <summary>The captured body, until it has been sent.</summary>
    public BodyLease? Body { get; set; }

    public long CapturedBytes { get; set; }

    /// <summary>What follows the captured body; null if nothing does.</summary>
    public BodyRest? Rest { get; set; }

    public Decision? Decision { get; set; }

    /// <summary>Findings that block, of hooks that failed although the operator wants no request without them.</summary>
    public ImmutableArray<Finding> HookFailures { get; set; } = [];

    /// <summary>What changes the response on its way; null where nothing does.</summary>
    public ResponseRewriting? Rewriting { get; set; }

    /// <summary>Whether the request went to the provider.</summary>
    public bool Passed { get; set; }

    public long ResponseBytes { get; set; }

    /// <summary>What went wrong while forwarding, in words.</summary>
    public string? Error { get; set; }

    /// <summary>Whether the caller left before the end.</summary>
    public bool ClientLeft { get; set; }

    /// <summary>The record as far as it is known.</summary>
    public ExchangeRecord ToRecord() => new()
    {
        RequestId = Request.RequestId,
        ExchangeId = Request.ExchangeId,
        Timestamp = Timestamp,
        Method = Request.Method,
        Path = Request.Path,
        Provider = Route?.ProviderName ?? ProviderName,
        Model = Decision?.Model,
        Session = Decision?.Session ?? SessionContext.Empty,
        Mcp = Decision?.Mcp,
        Scan = ScanOf(Decision?.Scan ?? new ScanResult()),
        Passed = Passed,
        RequestBytes = CapturedBytes + (Rest?.Length ?? Rest?.Copied ?? 0),
        ResponseBytes = ResponseBytes,
        Error = Error,
        ClientLeft = ClientLeft,
    };

    /// <summary>Notes how the relay of the response ended.</summary>
    public void Relayed(RelayResult result)
    {
        ResponseBytes = result.Bytes;
        ClientLeft = result.Outcome == ForwardOutcome.ClientGone;
        Error = result.Outcome is ForwardOutcome.Ok or ForwardOutcome.ClientGone ? null : result.Detail;
    }

    /// <summary>Gives up the body, which is only needed until the request has been sent; the response may go on for minutes.</summary>
    public void ReleaseBody()
    {
        Body?.Release();
        Body = null;
    }

    /// <summary>Gives up the generation, when nothing of it takes part any more.</summary>
    public void ReleaseGeneration() => Lease?.Dispose();

    public void Dispose()
    {
        Rewriting?.Dispose();
        ReleaseGeneration();
        ReleaseBody();
    }

    // How long the rest is, a body without a declared length only shows when it has been sent.
    private ScanResult ScanOf(ScanResult scan) => Rest is { Length: null, Copied: > 0 } rest ? scan with { BytesSkipped = scan.BytesSkipped + rest.Copied } : scan;
}
