using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Mcp;

namespace LumenArgus.Inspection.Responses;

/// <summary>What the scan of a response has found at one moment.</summary>
/// <param name="Findings">Their places are those in the assembled body.</param>
/// <param name="BytesScanned">Bytes of text that were looked at.</param>
/// <param name="BytesSkipped">Bytes that were not.</param>
/// <param name="BytesToRegex">Bytes given to regular expressions.</param>
/// <param name="DetectorsDone">How many of the generation's detectors, from the first, were asked.</param>
internal sealed record ResponseSnapshot(ImmutableArray<Finding> Findings, long BytesScanned, long BytesSkipped, long BytesToRegex, int DetectorsDone)
{
    /// <summary>The tools that the server offers, where it is one of the Model Context Protocol.</summary>
    public ImmutableArray<McpToolDefinition> ToolDefinitions { get; init; } = [];
}
