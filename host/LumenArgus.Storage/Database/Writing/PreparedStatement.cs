using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LumenArgus.Storage.Database.Writing;

/// <summary>
/// A statement that runs for each record, by the functions of SQLite itself: a command looks each parameter up by its name and copies it twice, which was
/// four fifths of what a finding cost. A parameter keeps its value from one run to the next, so that what findings have in common is given once.
/// </summary>
internal sealed class PreparedStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly object?[] _bound;
    private byte[] _utf8 = new byte[1024];

    /// <param name="connection">Open; the statement is disposed before it.</param>
    /// <param name="sql">One statement.</param>
    /// <exception cref="SqliteException">It is none that the database knows.</exception>
    public PreparedStatement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
        _bound = new object?[raw.sqlite3_bind_parameter_count(_statement)];
    }

    /// <summary>Gives a parameter its value.</summary>
    /// <param name="parameter">From 0, in the order in which their names first stand in the statement.</param>
    /// <param name="value">A <see cref="string"/> or a <see cref="long"/>.</param>
    public void Bind(int parameter, object value)
    {
        if (value.Equals(_bound[parameter]))
        {
            return;
        }

        _bound[parameter] = null;
        Check(value is string text ? BindText(parameter + 1, text) : raw.sqlite3_bind_int64(_statement, parameter + 1, (long)value));
        _bound[parameter] = value;
    }

    /// <summary>Runs the statement to its end.</summary>
    /// <returns>How many rows it changed, where it is one that changes rows; what triggers changed is not counted.</returns>
    /// <exception cref="SqliteException">It failed; it can be run again.</exception>
    public int Run()
    {
        int result;
        do
        {
            result = raw.sqlite3_step(_statement);
        }
        while (result == raw.SQLITE_ROW);

        if (result != raw.SQLITE_DONE)
        {
            // Before the reset, which clears what the connection knows of the failure.
            var exception = Failure(result);
            _ = raw.sqlite3_reset(_statement);
            throw exception;
        }

        var changed = raw.sqlite3_changes(_database);
        Check(raw.sqlite3_reset(_statement));
        return changed;
    }

    public void Dispose() => _statement.Dispose();

    private int BindText(int index, string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_utf8.Length < most)
        {
            _utf8 = new byte[most];
        }

        return raw.sqlite3_bind_text(_statement, index, _utf8.AsSpan(0, Encoding.UTF8.GetBytes(text, _utf8)));
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            throw Failure(result);
        }
    }

    private SqliteException Failure(int result) =>
        new($"SQLite Error {result}: '{raw.sqlite3_errmsg(_database).utf8_to_string()}'.", result & 0xFF, raw.sqlite3_extended_errcode(_database));
}
