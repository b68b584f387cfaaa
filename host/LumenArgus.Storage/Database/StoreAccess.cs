using Dapper;
using LumenArgus.Storage.Database.Writing;
using LumenArgus.Storage.Threads;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LumenArgus.Storage.Database;

/// <summary>How the stores reach the database: reads on connections of their own, changes through the one writer.</summary>
internal sealed class StoreAccess(SqliteDatabase database, StoreWriter writer, StoreStatus status, TimeProvider clock) : IDisposable
{
    // A page asks up to five things at once, and what is quick should not wait for what is not.
    private const int Readers = 4;

    private readonly BackgroundThreads _readers = new("store reads", Readers);

    /// <summary>Now, as the tables hold it.</summary>
    public string Now => StoreTime.Format(clock.GetUtcNow());

    /// <summary>Another one with each transaction that this process has committed.</summary>
    public long Revision => writer.Revision;

    /// <summary>Why the database cannot be used now; null while it can.</summary>
    public string? Fault => status.Fault;

    /// <summary>Reads, all from one moment. On threads of its own: SQLite knows no waiting without a thread, and the pool has none to spare.</summary>
    /// <exception cref="StoreException">The database does not work.</exception>
    public Task<T> ReadAsync<T>(Func<SqliteConnection, T> read, CancellationToken cancellationToken) => _readers.RunAsync(
        () =>
        {
            if (status.Fault is { } fault)
            {
                throw StoreException.OfLogged(fault);
            }

            using var connection = database.OpenForReading();
            try
            {
                // One moment for all that is read: the writer goes on meanwhile.
                connection.Execute("BEGIN DEFERRED");
                return read(connection);
            }
            catch (SqliteException exception)
            {
                throw new StoreException(StoreFaults.Describe(exception, database.Path), exception);
            }
            finally
            {
                // Some errors have ended it already. The connection goes back to its pool.
                if (raw.sqlite3_get_autocommit(connection.Handle) == 0)
                {
                    connection.Execute("ROLLBACK");
                }
            }
        },
        cancellationToken);

    /// <summary>Makes a change and waits until it is committed.</summary>
    /// <exception cref="StoreException">The database does not work.</exception>
    public Task<T> WriteAsync<T>(Func<SqliteConnection, T> write, CancellationToken cancellationToken) => writer.RunAsync(write, cancellationToken);

    /// <summary>Queues a record.</summary>
    public bool TryAdd(StoreWrite write) => writer.TryAdd(write);

    /// <summary>Ends the reading threads when they are done.</summary>
    public void Dispose() => _readers.Dispose();
}
