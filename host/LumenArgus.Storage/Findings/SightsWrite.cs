using LumenArgus.Storage.Database.Writing;

namespace LumenArgus.Storage.Findings;

/// <summary>The sights that were collected when its turn comes; until its transaction is committed it keeps them.</summary>
internal sealed class SightsWrite(Func<Dictionary<(string ContentHash, string SessionId), Sights>> take) : StoreWrite
{
    private const string Update =
        "UPDATE findings SET seen_count = seen_count + @count, timestamp = MAX(timestamp, @newest) "
        + "WHERE content_hash = @content_hash AND session_id = @session_id AND namespace_id = 1 AND content_hash != '' AND session_id != ''";

    private Dictionary<(string ContentHash, string SessionId), Sights>? _taken;

    public override int Bytes => 0;

    public override bool IsRecord => false;

    public override void Apply(WriteConnection connection)
    {
        _taken ??= take();
        foreach (var ((contentHash, sessionId), sights) in _taken)
        {
            Add(connection, contentHash, sessionId, sights);
        }
    }

    /// <summary>Adds sights to the row that has this content in this conversation.</summary>
    public static void Add(WriteConnection connection, string contentHash, string sessionId, Sights sights)
    {
        var statement = connection.Prepared(Update);
        statement.Bind(0, sights.Count);
        statement.Bind(1, sights.Newest);
        statement.Bind(2, contentHash);
        statement.Bind(3, sessionId);
        statement.Run();
    }
}
