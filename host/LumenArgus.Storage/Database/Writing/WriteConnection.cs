using Dapper;
using Microsoft.Data.Sqlite;

namespace LumenArgus.Storage.Database.Writing;

/// <summary>The writing connection with the statements that run all the time, prepared once.</summary>
internal sealed class WriteConnection(SqliteConnection connection) : IDisposable
{
    // By the text itself, not by what it says: it is long, and asked for with each record.
    private readonly Dictionary<object, PreparedStatement> _prepared = new(ReferenceEqualityComparer.Instance);

    private readonly List<Action<WriteConnection>> _beforeCommit = [];

    public SqliteConnection Connection { get; } = connection;

    /// <summary>The prepared statement of a text, which is the same instance each time.</summary>
    public PreparedStatement Prepared(string sql)
    {
        if (!_prepared.TryGetValue(sql, out var statement))
        {
            statement = new PreparedStatement(Connection, sql);
            _prepared.Add(sql, statement);
        }

        return statement;
    }

    public void Begin() => Connection.Execute("BEGIN IMMEDIATE");

    /// <summary>Does something once at the end of the transaction, however often it is asked for.</summary>
    public void BeforeCommit(Action<WriteConnection> work)
    {
        if (!_beforeCommit.Contains(work))
        {
            _beforeCommit.Add(work);
        }
    }

    public void Commit()
    {
        _beforeCommit.ForEach(work => work(this));
        _beforeCommit.Clear();
        Connection.Execute("COMMIT");
    }

    public void Dispose()
    {
        foreach (var statement in _prepared.Values)
        {
            statement.Dispose();
        }

        // An open transaction is rolled back by this.
        Connection.Dispose();
    }
}
