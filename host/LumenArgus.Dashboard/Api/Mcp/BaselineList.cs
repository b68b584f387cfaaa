using LumenArgus.Storage.Mcp;

namespace LumenArgus.Dashboard.Api.Mcp;

/// <summary>What tools looked like when they were first seen.</summary>
internal sealed record BaselineList(IReadOnlyList<McpToolBaseline> Baselines, int Total);
