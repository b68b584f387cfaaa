using Dapper;
using Microsoft.Data.Sqlite;

namespace LumenArgus.Storage.Database.Writing;

/// <summary>A change that its caller waits for. It fails at once while the database does not work: an operator shall see that, not wait.</summary>
internal sealed class StoreCommand<T>(Func<SqliteConnection, T> work) : StoreWrite
{
    private readonly TaskCompletionSource<T> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _value;

    public Task<T> Result => _result.Task;

    public override int Bytes => 256;

    public override bool IsAwaited => true;

    public override bool IsRecord => false;

    public override void Apply(WriteConnection connection)
    {
        // What it did is taken back alone if it fails half-way; the rest of the batch stays. Where the database fails, the batch is taken back.
        connection.Connection.Execute("SAVEPOINT command");
        try
        {
            _value = work(connection.Connection);
        }
        catch (Exception exception) when (exception is not SqliteException sqlite || !StoreFaults.IsOfStore(sqlite))
        {
            connection.Connection.Execute("ROLLBACK TO command; RELEASE command");
            throw;
        }

        connection.Connection.Execute("RELEASE command");
    }

    public override void Committed() => _result.TrySetResult(_value!);

    public override void Failed(Exception reason) => _result.TrySetException(reason);
}
