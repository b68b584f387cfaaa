using LumenArgus.Storage.Database;

namespace LumenArgus.Inspection.PluginServices;

/// <summary>A call of the store for a plugin: what goes wrong becomes an exception that the plugin knows.</summary>
internal static class StoreCall
{
    /// <exception cref="InvalidOperationException">The database cannot be used now.</exception>
    public static async ValueTask<T> RunAsync<T>(Task<T> call)
    {
        try
        {
            return await call;
        }
        catch (StoreException failure)
        {
            throw new InvalidOperationException(failure.Message, failure);
        }
    }

    /// <exception cref="InvalidOperationException">The database cannot be used now.</exception>
    public static async ValueTask RunAsync(Task call)
    {
        try
        {
            await call;
        }
        catch (StoreException failure)
        {
            throw new InvalidOperationException(failure.Message, failure);
        }
    }
}
