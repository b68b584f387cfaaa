using Dapper;
using LumenArgus.Storage.Database;
using LumenArgus.Storage.Database.Writing;

namespace LumenArgus.Storage.Mcp;

internal sealed class SqliteMcpToolStore(StoreAccess store) : IMcpToolStore
{
    private const string UpsertSeen =
        """
        INSERT INTO mcp_detected_tools (namespace_id, tool_name, description, input_schema, first_seen, last_seen, call_count)
        VALUES (1, @ToolName, @Description, @InputSchema, @FirstSeen, @LastSeen, @CallCount)
        ON CONFLICT (namespace_id, tool_name) DO UPDATE SET
            description = CASE excluded.description WHEN '' THEN description ELSE excluded.description END,
            input_schema = CASE excluded.input_schema WHEN '{}' THEN input_schema ELSE excluded.input_schema END,
            last_seen = MAX(last_seen, excluded.last_seen), call_count = call_count + excluded.call_count
        """;

    private const string InsertCall =
        """
        INSERT INTO mcp_tool_calls (tool_name, session_id, timestamp, status, finding_count, source)
        VALUES (@ToolName, @SessionId, @Timestamp, @Status, @FindingCount, @Source)
        """;

    public Task<IReadOnlyList<McpToolListEntry>> ListsAsync(CancellationToken cancellationToken) => store.ReadAsync<IReadOnlyList<McpToolListEntry>>(
        static connection => connection.Query<McpToolListEntry>(
            "SELECT id, list_type, tool_name, source, created_at FROM mcp_tool_lists WHERE namespace_id = 1 ORDER BY id").AsList(),
        cancellationToken);

    public Task<long?> AddToListAsync(McpToolListEntry entry, CancellationToken cancellationToken)
    {
        var added = entry with { CreatedAt = store.Now };
        return store.WriteAsync(
            connection => connection.ExecuteScalar<long?>(
                """
                INSERT INTO mcp_tool_lists (list_type, tool_name, source, created_at) VALUES (@ListType, @ToolName, @Source, @CreatedAt)
                ON CONFLICT (list_type, tool_name, namespace_id) DO NOTHING RETURNING id
                """,
                added),
            cancellationToken);
    }

    public Task<bool> RemoveFromListAsync(long id, CancellationToken cancellationToken) => store.WriteAsync(
        connection => connection.Execute("DELETE FROM mcp_tool_lists WHERE id = @id AND namespace_id = 1", new { id }) > 0, cancellationToken);

    public void RecordSeen(DetectedMcpTool tool) => store.TryAdd(new PassingWrite(UpsertSeen, tool));

    public void RecordCall(McpToolCall call) => store.TryAdd(new PassingWrite(InsertCall, call));

    public Task<IReadOnlyList<DetectedMcpTool>> SeenAsync(CancellationToken cancellationToken) => store.ReadAsync<IReadOnlyList<DetectedMcpTool>>(
        static connection => connection.Query<DetectedMcpTool>(
            """
            SELECT tool_name, description, input_schema, first_seen, last_seen, call_count
            FROM mcp_detected_tools WHERE namespace_id = 1 ORDER BY tool_name
            """).AsList(),
        cancellationToken);

    public Task<IReadOnlyList<McpToolCall>> CallsAsync(string? sessionId, int limit, CancellationToken cancellationToken) =>
        store.ReadAsync<IReadOnlyList<McpToolCall>>(
            connection => connection.Query<McpToolCall>(
                "SELECT id, tool_name, session_id, timestamp, status, finding_count, source FROM mcp_tool_calls WHERE namespace_id = 1 "
                + (sessionId is null ? "" : "AND session_id = @sessionId ") + "ORDER BY timestamp DESC, id DESC LIMIT @limit",
                new { sessionId, limit }).AsList(),
            cancellationToken);

    public Task<IReadOnlyList<McpToolBaseline>> BaselinesAsync(CancellationToken cancellationToken) => store.ReadAsync<IReadOnlyList<McpToolBaseline>>(
        static connection => connection.Query<McpToolBaseline>(
            """
            SELECT tool_name, definition_hash, description, param_names, first_seen, last_seen, drift_count
            FROM mcp_tool_baselines WHERE namespace_id = 1 ORDER BY tool_name
            """).AsList(),
        cancellationToken);

    public Task SetBaselineAsync(McpToolBaseline baseline, CancellationToken cancellationToken) => store.WriteAsync(
        connection => connection.Execute(
            """
            INSERT INTO mcp_tool_baselines (namespace_id, tool_name, definition_hash, description, param_names, first_seen, last_seen, drift_count)
            VALUES (1, @ToolName, @DefinitionHash, @Description, @ParamNames, @FirstSeen, @LastSeen, @DriftCount)
            ON CONFLICT (namespace_id, tool_name) DO UPDATE SET definition_hash = excluded.definition_hash, description = excluded.description,
                param_names = excluded.param_names, last_seen = excluded.last_seen, drift_count = excluded.drift_count
            """,
            baseline),
        cancellationToken);
}
