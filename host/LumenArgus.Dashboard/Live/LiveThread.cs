using LumenArgus.Storage.Threads;

namespace LumenArgus.Dashboard.Live;

/// <summary>The one thread on which everybody who looks is written to: two hundred writes at once are two hundred turns in the pool that no request has to wait for here.</summary>
internal sealed class LiveThread : IDisposable
{
    private readonly BackgroundThreads _thread = new("live events", 1);

    /// <summary>Runs something whose every continuation comes back to this thread.</summary>
    public Task RunAsync(Func<Task> run) => _thread.RunAsync(run);

    public void Dispose() => _thread.Dispose();
}
