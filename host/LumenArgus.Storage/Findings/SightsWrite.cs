using LumenArgus.Storage.Database.Writing;

namespace LumenArgus.Storage.Findings;

/// <summary>The sights that were collected when its turn comes; until its transaction is committed it keeps them.</summary>
internal sealed class SightsWrite(Func<Dictionary<(string ContentHash, string SessionId), Sights>> take) : StoreWrite
{
    private const string Update =
        "UPDATE findings SET seen_count = seen_count + @count, timestamp = MAX(timestamp, @newest) "
        + "WHERE content_hash = @content_hash AND session_id = @session_id AND namespace_id = 1 AND content_hash != '' AND session_id != ''";

    private static readonly string[] Parameters = ["@count", "@newest", "@content_hash", "@session_id"];

    private Dictionary<(string ContentHash, string SessionId), Sights>? _taken;

    public override int Bytes => 0;

    public override bool IsRecord => false;

    public override void Apply(WriteConnection connection)
    {
        _taken ??= take();
        var command = connection.Prepared(Update, Parameters);
        foreach (var ((contentHash, sessionId), sights) in _taken)
        {
            command.Parameters[0].Value = sights.Count;
            command.Parameters[1].Value = sights.Newest;
            command.Parameters[2].Value = contentHash;
            command.Parameters[3].Value = sessionId;
            command.ExecuteNonQuery();
        }
    }
}
