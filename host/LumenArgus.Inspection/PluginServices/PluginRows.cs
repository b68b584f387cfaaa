using System.Collections.Immutable;
using System.Data.Common;
using LumenArgus.Abstractions.Host;
using LumenArgus.PluginRuntime.Manifests;
using LumenArgus.Storage.PluginState;

namespace LumenArgus.Inspection.PluginServices;

/// <summary>The tables of one plugin.</summary>
internal sealed class PluginRows(PluginManifest manifest, string directory) : IPluginRows
{
    private readonly PluginDatabase _database = new(Path.Combine(directory, $"{manifest.Id}.db"));

    public ValueTask MigrateAsync(IReadOnlyList<string> migrations, CancellationToken cancellationToken)
    {
        Capabilities.Demand(manifest, PluginCapability.Rows);
        return StoreCall.RunAsync((Task)_database.MigrateAsync(migrations, cancellationToken));
    }

    public ValueTask<ImmutableArray<T>> QueryAsync<T>(
        string sql, IReadOnlyDictionary<string, object?> parameters, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        Capabilities.Demand(manifest, PluginCapability.Rows);
        return StoreCall.RunAsync(_database.QueryAsync(sql, parameters, read, cancellationToken));
    }

    public ValueTask<int> ExecuteAsync(string sql, IReadOnlyDictionary<string, object?> parameters, CancellationToken cancellationToken)
    {
        Capabilities.Demand(manifest, PluginCapability.Rows);
        return StoreCall.RunAsync(_database.ExecuteAsync(sql, parameters, cancellationToken));
    }
}
