namespace LumenArgus.Inspection.Mcp;

/// <summary>There is no database: the lists are those of the configuration.</summary>
public sealed class NoMcpToolLists : IMcpToolListSource
{
    /// <inheritdoc/>
    public Task<McpToolListTable?> ReadAsync(CancellationToken cancellationToken) => Task.FromResult<McpToolListTable?>(null);
}
