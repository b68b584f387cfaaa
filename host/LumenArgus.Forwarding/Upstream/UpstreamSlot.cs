namespace LumenArgus.Forwarding.Upstream;

/// <summary>One taken slot; disposing it, once or more often, gives it back once.</summary>
public sealed class UpstreamSlot : IDisposable
{
    private SemaphoreSlim? _semaphore;

    internal UpstreamSlot(SemaphoreSlim semaphore) => _semaphore = semaphore;

    public void Dispose()
    {
        try
        {
            Interlocked.Exchange(ref _semaphore, null)?.Release();
        }
        catch (ObjectDisposedException)
        {
            // The slots went first at shutdown; nobody waits for this one.
        }
    }
}
