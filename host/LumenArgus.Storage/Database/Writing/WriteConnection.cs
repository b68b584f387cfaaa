using Dapper;
using Microsoft.Data.Sqlite;

namespace LumenArgus.Storage.Database.Writing;

/// <summary>The writing connection with the statements that run all the time, prepared once.</summary>
internal sealed class WriteConnection(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _prepared = new(StringComparer.Ordinal);

    private readonly List<Action<SqliteConnection>> _beforeCommit = [];

    public SqliteConnection Connection { get; } = connection;

    /// <summary>The prepared statement of a text; its parameters are made on first use and keep their order.</summary>
    public SqliteCommand Prepared(string sql, IReadOnlyList<string> parameters)
    {
        if (_prepared.TryGetValue(sql, out var command))
        {
            return command;
        }

        command = Connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in parameters)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        }

        _prepared.Add(sql, command);
        return command;
    }

    public void Begin() => Connection.Execute("BEGIN IMMEDIATE");

    /// <summary>Does something once at the end of the transaction, however often it is asked for.</summary>
    public void BeforeCommit(Action<SqliteConnection> work)
    {
        if (!_beforeCommit.Contains(work))
        {
            _beforeCommit.Add(work);
        }
    }

    public void Commit()
    {
        _beforeCommit.ForEach(work => work(Connection));
        _beforeCommit.Clear();
        Connection.Execute("COMMIT");
    }

    public void Dispose()
    {
        foreach (var command in _prepared.Values)
        {
            command.Dispose();
        }

        // An open transaction is rolled back by this.
        Connection.Dispose();
    }
}
