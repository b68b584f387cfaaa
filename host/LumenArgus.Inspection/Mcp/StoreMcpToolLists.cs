using LumenArgus.Storage.Database;
using LumenArgus.Storage.Mcp;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Inspection.Mcp;

/// <summary>The lists of the store.</summary>
internal sealed partial class StoreMcpToolLists(IMcpToolStore store, ILogger<StoreMcpToolLists> logger) : IMcpToolListSource
{
    public async Task<McpToolListTable?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return new McpToolListTable(await store.ListsAsync(cancellationToken));
        }
        catch (StoreException failure)
        {
            Log.ToolListsFailed(logger, failure.ShortReason);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            EventId = 2080,
            EventName = nameof(ToolListsFailed),
            Level = LogLevel.Warning,
            Message = "The lists of MCP tools in the database cannot be used, what was read of them before stays in use: {Reason}")]
        public static partial void ToolListsFailed(ILogger logger, string reason);
    }
}
