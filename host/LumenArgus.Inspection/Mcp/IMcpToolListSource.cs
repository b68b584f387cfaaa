namespace LumenArgus.Inspection.Mcp;

/// <summary>The lists of tools in the database, as generations see them.</summary>
public interface IMcpToolListSource
{
    /// <summary>Reads the lists.</summary>
    /// <param name="cancellationToken">The process ends.</param>
    /// <returns>The lists; null if there is no database or it cannot be read now.</returns>
    Task<McpToolListTable?> ReadAsync(CancellationToken cancellationToken);
}
