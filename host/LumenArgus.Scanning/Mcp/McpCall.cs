namespace LumenArgus.Scanning.Mcp;

/// <summary>The calls of one tool in a body.</summary>
/// <param name="Tool">The name of the tool; empty where a call names none.</param>
/// <param name="Count">How often it is called.</param>
public sealed record McpCall(string Tool, int Count);
