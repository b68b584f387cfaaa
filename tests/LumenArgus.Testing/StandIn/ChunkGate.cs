namespace LumenArgus.Testing.StandIn;

/// <summary>Holds back the chunks of an answer: each one leaves only after the test has released it.</summary>
public sealed class ChunkGate : IDisposable
{
    private readonly SemaphoreSlim _permits = new(0);

    /// <summary>Lets the next <paramref name="chunks"/> chunks go.</summary>
    public void Release(int chunks = 1) => _permits.Release(chunks);

    public void Dispose() => _permits.Dispose();

    internal Task WaitAsync(CancellationToken cancellationToken) => _permits.WaitAsync(cancellationToken);
}
