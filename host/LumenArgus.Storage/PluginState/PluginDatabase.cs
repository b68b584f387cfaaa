using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using LumenArgus.Storage.Database;
using LumenArgus.Storage.Files;
using Microsoft.Data.Sqlite;

namespace LumenArgus.Storage.PluginState;

/// <summary>A database file of a plugin's own, readable for its user only. Every call opens it and lets go of it, so that the file of a plugin that is gone is not held.</summary>
/// <param name="path">The file; created at the first call.</param>
public sealed class PluginDatabase(string path)
{
    private const int BusySeconds = 5;

    /// <summary>Runs, in one transaction, the steps of the schema that have not run yet.</summary>
    /// <param name="migrations">SQL of each step, the first one first.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>How many have run.</returns>
    /// <exception cref="StoreException">A step is wrong, there are fewer than have run, or the file cannot be used.</exception>
    public Task<int> MigrateAsync(IReadOnlyList<string> migrations, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(migrations);
        string[] steps = [.. migrations];
        return RunAsync(connection => Migrate(connection, steps), cancellationToken);
    }

    /// <summary>Runs a statement that gives rows.</summary>
    /// <typeparam name="T">What a row becomes.</typeparam>
    /// <param name="sql">One statement.</param>
    /// <param name="parameters">Values by the name of the parameter, without its sign.</param>
    /// <param name="read">Reads the row the reader stands on.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="StoreException">The statement is wrong, or the file cannot be used.</exception>
    public Task<ImmutableArray<T>> QueryAsync<T>(
        string sql, IReadOnlyDictionary<string, object?> parameters, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(read);
        return RunAsync(
            connection =>
            {
                using var command = CommandOf(connection, sql, parameters);
                using var reader = command.ExecuteReader();
                var rows = ImmutableArray.CreateBuilder<T>();
                while (reader.Read())
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    rows.Add(read(reader));
                }

                return rows.ToImmutable();
            },
            cancellationToken);
    }

    /// <summary>Runs a statement, or several, in one transaction.</summary>
    /// <param name="sql">The statements.</param>
    /// <param name="parameters">Values by the name of the parameter, without its sign.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>How many rows have changed.</returns>
    /// <exception cref="StoreException">A statement is wrong, or the file cannot be used.</exception>
    public Task<int> ExecuteAsync(string sql, IReadOnlyDictionary<string, object?> parameters, CancellationToken cancellationToken) => RunAsync(
        connection =>
        {
            using var transaction = connection.BeginTransaction();
            using var command = CommandOf(connection, sql, parameters);
            command.Transaction = transaction;
            var changed = command.ExecuteNonQuery();
            transaction.Commit();
            return changed;
        },
        cancellationToken);

    private static int Migrate(SqliteConnection connection, string[] steps)
    {
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "PRAGMA user_version";
        var done = Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
        if (done > steps.Length)
        {
            throw new StoreException($"The file {connection.DataSource} has {done} steps of its schema, and this version of the plugin knows {steps.Length}: it was written by a newer one.");
        }

        for (var next = done; next < steps.Length; next++)
        {
            command.CommandText = steps[next];
            command.ExecuteNonQuery();
        }

        // The pragma takes no parameter; what stands here is a number.
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {steps.Length}");
        command.ExecuteNonQuery();
        transaction.Commit();
        return steps.Length - done;
    }

    private static SqliteCommand CommandOf(SqliteConnection connection, string sql, IReadOnlyDictionary<string, object?> parameters)
    {
        ArgumentNullException.ThrowIfNull(sql);
        ArgumentNullException.ThrowIfNull(parameters);
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue("@" + name, value ?? DBNull.Value);
        }

        return command;
    }

    // SQLite works synchronously whatever it is asked with; a plugin's thread is not ours to hold.
    private Task<T> RunAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            try
            {
                using var connection = Open();
                return work(connection);
            }
            catch (Exception failure) when (failure is SqliteException || DiskFaults.Is(failure))
            {
                throw new StoreException($"The plugin's database {path}: {failure.Message}", failure);
            }
        },
        cancellationToken);

    private SqliteConnection Open()
    {
        if (!File.Exists(path))
        {
            PrivateFiles.CreateDirectory(Path.GetDirectoryName(path)!);
            PrivateFiles.OpenAppend(path).Dispose();
        }

        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
            DefaultTimeout = BusySeconds,
        }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
