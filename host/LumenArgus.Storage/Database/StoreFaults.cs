using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LumenArgus.Storage.Database;

/// <summary>Turns what SQLite reports into a sentence for an operator.</summary>
internal static class StoreFaults
{
    /// <summary>Whether the database itself is in the way. Otherwise only the one statement is wrong (a broken constraint), and the rest of a batch can go on.</summary>
    public static bool IsOfStore(SqliteException exception) =>
        exception.SqliteErrorCode is not (raw.SQLITE_CONSTRAINT or raw.SQLITE_MISMATCH or raw.SQLITE_TOOBIG or raw.SQLITE_RANGE);

    public static string Describe(Exception exception, string path) => exception switch
    {
        StoreException => exception.Message,
        SqliteException sqlite => $"The database {path} {Reason(sqlite)}",
        _ => $"The database {path} cannot be used: {exception.Message}",
    };

    private static string Reason(SqliteException exception) => exception.SqliteErrorCode switch
    {
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB =>
            "is damaged or no database. Findings are kept in memory; move the file away (with its -wal and -shm) and a new one is made.",
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => "is locked by another program. Findings are kept in memory until it is free.",
        raw.SQLITE_READONLY => "cannot be written: the file, its folder or the file system is read-only. Findings are kept in memory until it can.",
        raw.SQLITE_FULL => "cannot grow: the disk is full. Findings are kept in memory until there is room.",
        raw.SQLITE_CANTOPEN => "cannot be opened: its folder is missing or read-only, or there is no right to it. Findings are kept in memory until it can.",
        raw.SQLITE_IOERR => $"cannot be read or written (input/output error {exception.SqliteExtendedErrorCode}). Findings are kept in memory until it can.",
        _ => $"refuses to work: {exception.Message}",
    };
}
