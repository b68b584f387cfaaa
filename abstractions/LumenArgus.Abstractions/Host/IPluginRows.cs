using System.Collections.Immutable;
using System.Data.Common;

namespace LumenArgus.Abstractions.Host;

/// <summary>
/// A SQLite file of the plugin's own, <c>plugins/&lt;id&gt;.db</c> in the home folder, readable for its user only. Capability <c>store.rows</c> for all of it. It is opened at the first call, stays when the
/// plugin is replaced, and is deleted by nobody.
/// </summary>
public interface IPluginRows
{
    /// <summary>Brings the schema up to date: runs, in one transaction, those that have not run yet. To be called in <see cref="Plugin.ILumenPlugin.StartAsync"/>.</summary>
    /// <param name="migrations">SQL of each step, the first one first. Steps are only ever added at the end.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that ends when the schema is there.</returns>
    /// <exception cref="InvalidOperationException">A step is wrong, the file is of a newer plugin that has more steps or cannot be opened, or the capability is missing. Nothing has changed then.</exception>
    ValueTask MigrateAsync(IReadOnlyList<string> migrations, CancellationToken cancellationToken);

    /// <summary>Runs a statement that gives rows.</summary>
    /// <typeparam name="T">What a row becomes.</typeparam>
    /// <param name="sql">One statement; values are parameters, <c>@name</c>.</param>
    /// <param name="parameters">Their values by name without the sign: text, number, byte[] or null.</param>
    /// <param name="read">Reads the row the reader stands on; does not keep the reader.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="InvalidOperationException">The statement is wrong, or the file cannot be used.</exception>
    ValueTask<ImmutableArray<T>> QueryAsync<T>(string sql, IReadOnlyDictionary<string, object?> parameters, Func<DbDataReader, T> read, CancellationToken cancellationToken);

    /// <summary>Runs a statement that gives none.</summary>
    /// <param name="sql">One statement or several, run in one transaction; values are parameters, <c>@name</c>.</param>
    /// <param name="parameters">Their values by name without the sign: text, number, byte[] or null.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>How many rows it has changed.</returns>
    /// <exception cref="InvalidOperationException">The statement is wrong, or the file cannot be used.</exception>
    ValueTask<int> ExecuteAsync(string sql, IReadOnlyDictionary<string, object?> parameters, CancellationToken cancellationToken);
}
