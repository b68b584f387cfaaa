using Dapper;
using LumenArgus.Storage.Files;
using LumenArgus.Storage.Findings;
using Microsoft.Data.Sqlite;

namespace LumenArgus.Storage.Database;

/// <summary>
/// The file and the connections to it. One connection writes, any number read beside it: with a write-ahead log neither waits for the other.
/// </summary>
internal sealed class SqliteDatabase
{
    // The pages that each batch touches: the upper levels of the indexes and the newest rows.
    private const int WriterCacheKilobytes = 16 * 1024;
    private const int ReaderCacheKilobytes = 8 * 1024;

    // 32 MB of log before it goes back into the database: hashes spread over all pages of their indexes, so most pages change again and again, and each
    // goes back once instead of with every batch.
    private const int LogPages = 8 * 1024;

    private readonly StoreOptions _options;
    private readonly TimeProvider _clock;
    private readonly string _readers;
    private volatile bool _ready;

    public SqliteDatabase(StoreOptions options, TimeProvider clock)
    {
        (_options, _clock) = (options, clock);
        _readers = ConnectionString(pooling: true);
    }

    public string Path => _options.Path;

    /// <summary>Opens the writing connection; creates the file and brings it to the newest schema where that is needed.</summary>
    /// <exception cref="StoreException">A newer program made it, or it is a folder.</exception>
    /// <exception cref="SqliteException">It cannot be used.</exception>
    /// <exception cref="IOException">It cannot be created.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be created.</exception>
    public SqliteConnection OpenForWriting()
    {
        KeepPrivate();
        var connection = new SqliteConnection(ConnectionString(pooling: false));
        try
        {
            connection.Open();
            Prepare(connection);

            // What counts the new rows sorts them in passing: in memory instead of in files that are made and deleted with each batch.
            connection.Execute(
                $"PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -{WriterCacheKilobytes}; PRAGMA wal_autocheckpoint = {LogPages};");
            SchemaMigrator.Apply(connection, Migration.All, _clock);
            FindingCounts.CatchUp(connection);
            _ready = true;
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Opens a connection that cannot change anything.</summary>
    /// <exception cref="StoreException">There is no usable database.</exception>
    public SqliteConnection OpenForReading()
    {
        if (!_ready)
        {
            throw new StoreException($"The database {Path} is not open.");
        }

        var connection = new SqliteConnection(_readers);
        try
        {
            connection.Open();
            Prepare(connection);
            connection.Execute($"PRAGMA query_only = ON; PRAGMA cache_size = -{ReaderCacheKilobytes};");
            return connection;
        }
        catch (SqliteException exception)
        {
            connection.Dispose();
            throw new StoreException(StoreFaults.Describe(exception, Path), exception);
        }
    }

    /// <summary>Opens the file of another process, which stays as it is.</summary>
    /// <exception cref="StoreException">A newer program made it.</exception>
    /// <exception cref="SqliteException">It cannot be read.</exception>
    public static SqliteConnection OpenToLook(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        try
        {
            connection.Open();
            SchemaMigrator.RefuseNewer(connection, Migration.All);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Lets go of the file: after a fault it may be replaced by another one of the same name.</summary>
    public void Release()
    {
        if (!_ready)
        {
            return;
        }

        _ready = false;
        using var any = new SqliteConnection(_readers);
        SqliteConnection.ClearPool(any);
    }

    private void Prepare(SqliteConnection connection) => connection.Execute(
        $"PRAGMA busy_timeout = {(int)_options.BusyTimeout.TotalMilliseconds}; PRAGMA foreign_keys = ON;");

    private string ConnectionString(bool pooling) => new SqliteConnectionStringBuilder
    {
        DataSource = _options.Path,
        Mode = SqliteOpenMode.ReadWrite,
        Pooling = pooling,
        DefaultTimeout = Math.Max(1, (int)_options.BusyTimeout.TotalSeconds),
    }.ToString();

    /// <summary>SQLite gives its side files the mode of the database, so that one is made first, with ours.</summary>
    private void KeepPrivate()
    {
        if (Directory.Exists(_options.Path))
        {
            throw new StoreException($"The database {_options.Path} cannot be used: there is a folder in its place. Findings are kept in memory; move the folder away and a database is made.");
        }

        PrivateFiles.CreateDirectory(System.IO.Path.GetDirectoryName(_options.Path)!);
        if (!File.Exists(_options.Path))
        {
            PrivateFiles.CreateNew(_options.Path).Dispose();
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            return;
        }

        foreach (var file in new[] { _options.Path, _options.Path + "-wal", _options.Path + "-shm" }.Where(File.Exists))
        {
            if ((File.GetUnixFileMode(file) | PrivateFiles.OwnerOnly) != PrivateFiles.OwnerOnly)
            {
                File.SetUnixFileMode(file, PrivateFiles.OwnerOnly);
            }
        }
    }
}
