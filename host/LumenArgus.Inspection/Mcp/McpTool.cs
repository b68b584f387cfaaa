namespace LumenArgus.Inspection.Mcp;

/// <summary>The calls of one tool in an exchange.</summary>
/// <param name="Name">The name of the tool, masked where it holds a value that was found; empty where the call names none.</param>
/// <param name="Count">How often it is called.</param>
/// <param name="Refusal">Why it must not be called; null if it may.</param>
public sealed record McpTool(string Name, int Count, string? Refusal);
