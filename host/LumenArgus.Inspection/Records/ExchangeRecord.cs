using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Mcp;
using LumenArgus.Scanning.Mcp;
using LumenArgus.Storage;

namespace LumenArgus.Inspection.Records;

/// <summary>What is remembered of one exchange. Holds no header, no query string and, beside the findings' values in memory, no text of the body.</summary>
public sealed record ExchangeRecord
{
    /// <summary>Counter that starts at 1 with each process.</summary>
    public required long RequestId { get; init; }

    /// <summary>UUIDv7, unique across processes.</summary>
    public required Guid ExchangeId { get; init; }

    /// <summary>When the request arrived, UTC.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>The path without its query string.</summary>
    public required string Path { get; init; }

    /// <summary>Identifier of the provider, or <c>unknown</c>.</summary>
    public required string Provider { get; init; }

    /// <summary>Model named in the request, or null.</summary>
    public string? Model { get; init; }

    /// <summary>Who sent it.</summary>
    public SessionContext Session { get; init; } = SessionContext.Empty;

    /// <summary>Findings, action and timings.</summary>
    public ScanResult Scan { get; init; } = new();

    /// <summary>Whether <see cref="Scan"/> is that of the response: such a record comes beside that of the request, under the same identifiers.</summary>
    public bool IsResponse { get; init; }

    /// <summary>What the request holds of the Model Context Protocol; null if it is none of it.</summary>
    public McpExchange? Mcp { get; init; }

    /// <summary>The tools that the response of an MCP server offers, without a text that holds a value that was found.</summary>
    public ImmutableArray<McpToolDefinition> ToolDefinitions { get; init; } = [];

    /// <summary>The action in lower case, as audit lines, metrics and terminal print it.</summary>
    public string ActionName => WireNames.Of(Scan.Action);

    /// <summary>Whether the request was sent to the provider.</summary>
    public required bool Passed { get; init; }

    /// <summary>Bytes of the request body as received.</summary>
    public long RequestBytes { get; init; }

    /// <summary>Status code of the response; null before it is known.</summary>
    public int? StatusCode { get; init; }

    /// <summary>Bytes of the response body that went to the caller.</summary>
    public long ResponseBytes { get; init; }

    /// <summary>From the arrival of the request to the end of the response.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>What went wrong while forwarding, in words; null if nothing did.</summary>
    public string? Error { get; init; }

    /// <summary>Whether the caller left before the end. Tools do that: it is no error.</summary>
    public bool ClientLeft { get; init; }

    /// <summary>The record with one more finding, whose action counts if it is the strictest.</summary>
    /// <param name="finding">The finding, with its action.</param>
    /// <returns>The record.</returns>
    public ExchangeRecord With(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var action = finding.Action == PolicyAction.Block || finding.Action > Scan.Action ? finding.Action.Value : Scan.Action;
        return this with
        {
            Scan = Scan with { Action = action, Findings = Scan.Findings.Add(finding) },
            Passed = Passed && action != PolicyAction.Block,
        };
    }
}
