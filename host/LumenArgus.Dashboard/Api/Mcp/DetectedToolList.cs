using LumenArgus.Storage.Mcp;

namespace LumenArgus.Dashboard.Api.Mcp;

/// <summary>Tools that were seen.</summary>
internal sealed record DetectedToolList(IReadOnlyList<DetectedMcpTool> Tools, int Total);
