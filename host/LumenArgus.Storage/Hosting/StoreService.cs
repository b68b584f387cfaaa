using LumenArgus.Storage.Database.Writing;
using LumenArgus.Storage.Retention;

namespace LumenArgus.Storage.Hosting;

/// <summary>The parts of the store that run by themselves.</summary>
public sealed class StoreService
{
    private readonly StoreWriter _writer;
    private readonly StoreRetention _retention;

    internal StoreService(StoreWriter writer, StoreRetention retention) => (_writer, _retention) = (writer, retention);

    /// <summary>Opens the database and begins to write. That it cannot be opened shows in <see cref="StoreStatus"/>.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that ends when the database was tried for the first time.</returns>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        _writer.Start();
        await _writer.FirstTry.WaitAsync(cancellationToken);
    }

    /// <summary>Opens the database and begins to write and to delete what is old. That the database cannot be opened shows in <see cref="StoreStatus"/>.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that ends when the database was tried for the first time.</returns>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken);
        _retention.Start();
    }
}
