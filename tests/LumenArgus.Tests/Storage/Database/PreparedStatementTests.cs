using LumenArgus.Storage.Database.Writing;
using Microsoft.Data.Sqlite;

namespace LumenArgus.Tests.Storage.Database;

public sealed class PreparedStatementTests : IDisposable
{
    private const string Insert = "INSERT INTO notes (name, size) VALUES (@name, @size)";

    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    public PreparedStatementTests()
    {
        _connection.Open();
        Execute("CREATE TABLE notes (name TEXT NOT NULL UNIQUE CHECK (name != ''), size INTEGER NOT NULL)");
    }

    public void Dispose() => _connection.Dispose();

    [Fact]
    public void KeepsTheValueOfAParameterThatIsNotBoundAgain()
    {
        using var statement = new PreparedStatement(_connection, Insert);
        foreach (var name in new[] { "one", "two", "drei\u00a0\ud83d\ude80", new string('x', 5000) })
        {
            statement.Bind(0, name);
            statement.Bind(1, 7L);
            statement.Run();
        }

        Read().ShouldBe(["one 7", "two 7", "drei\u00a0\ud83d\ude80 7", new string('x', 5000) + " 7"]);
    }

    [Fact]
    public void CanBeRunAgainAfterARowThatIsRefused()
    {
        using var statement = new PreparedStatement(_connection, Insert);
        statement.Bind(0, "one");
        statement.Bind(1, 1L);
        statement.Run();
        var refused = Should.Throw<SqliteException>(() => statement.Run());
        refused.SqliteErrorCode.ShouldBe(19); // SQLITE_CONSTRAINT
        refused.Message.ShouldContain("notes.name");

        statement.Bind(0, "two");
        statement.Run();

        Read().ShouldBe(["one 1", "two 1"]);
    }

    [Fact]
    public void SaysWhatIsWrongWithAStatement() =>
        Should.Throw<SqliteException>(() => new PreparedStatement(_connection, "INSERT INTO missing VALUES (1)")).Message.ShouldContain("no such table");

    private List<string> Read()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT name || ' ' || size FROM notes ORDER BY rowid";
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
#pragma warning disable CA2100 // The text of this test.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
