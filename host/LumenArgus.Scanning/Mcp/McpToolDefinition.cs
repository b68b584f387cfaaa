using LumenArgus.Abstractions.Model;

namespace LumenArgus.Scanning.Mcp;

/// <summary>A tool as a server offers it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it says of itself, cut.</param>
/// <param name="InputSchema">Its parameters, a JSON schema as it came; <c>{}</c> without one, or for one that is very long.</param>
/// <param name="Span">Where it stands in the body.</param>
public sealed record McpToolDefinition(string Name, string Description, string InputSchema, ByteSpan Span);
