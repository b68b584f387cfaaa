namespace LumenArgus.Storage.Mcp;

/// <summary>What is known of MCP tools: lists, tools that were seen, their calls and their baselines.</summary>
public interface IMcpToolStore
{
    /// <summary>Reads the lists.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The entries in the order in which they were made.</returns>
    Task<IReadOnlyList<McpToolListEntry>> ListsAsync(CancellationToken cancellationToken);

    /// <summary>Puts a tool on a list.</summary>
    /// <param name="entry">The entry; number and time are set by the store.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Its number, or null if it is there.</returns>
    Task<long?> AddToListAsync(McpToolListEntry entry, CancellationToken cancellationToken);

    /// <summary>Takes a tool off a list.</summary>
    /// <param name="id">Number of the entry.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False if there is none.</returns>
    Task<bool> RemoveFromListAsync(long id, CancellationToken cancellationToken);

    /// <summary>Queues that a tool was seen. Never waits; shed when the queue is full. A call says nothing about description and schema: those of before stay.</summary>
    /// <param name="tool">The tool.</param>
    void RecordSeen(DetectedMcpTool tool);

    /// <summary>Queues a call. Never waits; shed when the queue is full.</summary>
    /// <param name="call">The call.</param>
    void RecordCall(McpToolCall call);

    /// <summary>Reads the tools that were seen, by name.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The tools.</returns>
    Task<IReadOnlyList<DetectedMcpTool>> SeenAsync(CancellationToken cancellationToken);

    /// <summary>Reads calls.</summary>
    /// <param name="sessionId">Only those of a conversation; null for all.</param>
    /// <param name="limit">Calls at most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The calls, the newest first.</returns>
    Task<IReadOnlyList<McpToolCall>> CallsAsync(string? sessionId, int limit, CancellationToken cancellationToken);

    /// <summary>Reads all baselines, by tool.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The baselines.</returns>
    Task<IReadOnlyList<McpToolBaseline>> BaselinesAsync(CancellationToken cancellationToken);

    /// <summary>Sets a baseline.</summary>
    /// <param name="baseline">The baseline.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that ends when it is committed.</returns>
    Task SetBaselineAsync(McpToolBaseline baseline, CancellationToken cancellationToken);
}
