using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Mcp;

namespace LumenArgus.Inspection.Inspecting;

/// <summary>What is to happen with an exchange.</summary>
public sealed record Decision
{
    /// <summary>Findings, action and timings.</summary>
    public required ScanResult Scan { get; init; }

    /// <summary>Who sent it.</summary>
    public SessionContext Session { get; init; } = SessionContext.Empty;

    /// <summary>Model named in the request, or null.</summary>
    public string? Model { get; init; }

    /// <summary>What the body holds of the Model Context Protocol; null if it is none of it.</summary>
    public McpExchange? Mcp { get; init; }

    /// <summary>Hits that are not told because of an allowlist. With them, or with <see cref="BytesExempt"/>, a body without findings was not found to be clean.</summary>
    public long AllowedHits { get; init; }

    /// <summary>Bytes that were not scanned because an allowlist exempts the file they were read from.</summary>
    public long BytesExempt { get; init; }

    /// <summary>Whether all that blocks is history with the next turn of the conversation, and is left out then.</summary>
    public bool LeavesWithNextTurn { get; init; }

    /// <summary>The body to send in place of the received one, content-encoded like it; null where nothing was edited.</summary>
    public byte[]? EditedBody { get; init; }
}
