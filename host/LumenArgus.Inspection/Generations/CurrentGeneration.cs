namespace LumenArgus.Inspection.Generations;

/// <summary>Holds the generation that new exchanges get. Until the first one is set the product is starting.</summary>
public sealed class CurrentGeneration : IDisposable
{
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Generation? _current;

    /// <summary>The generation new exchanges get, for looking at; null while starting. Exchanges use <see cref="Acquire"/>.</summary>
    public Generation? Peek => Volatile.Read(ref _current);

    /// <summary>Called behind each swap, with the generation that is current then.</summary>
    public Action<Generation>? Changed { get; set; }

    /// <summary>Takes hold of the current generation.</summary>
    /// <returns>A lease, or null while no generation is ready.</returns>
    public GenerationLease? Acquire()
    {
        while (Volatile.Read(ref _current) is { } generation)
        {
            // Fails only if a swap took the last reference between the two reads: then there is a newer one.
            if (generation.TryAddReference())
            {
                return new GenerationLease(generation);
            }
        }

        return null;
    }

    /// <summary>Puts a generation in the place of the current one, which ends when its last exchange has decided.</summary>
    /// <param name="next">The next generation.</param>
    public void Swap(Generation next)
    {
        ArgumentNullException.ThrowIfNull(next);
        Interlocked.Exchange(ref _current, next)?.Release();
        _first.TrySetResult();
        Changed?.Invoke(next);
    }

    /// <summary>Waits for the first generation.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that ends when there is one.</returns>
    public Task WaitAsync(CancellationToken cancellationToken) => _first.Task.WaitAsync(cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => Interlocked.Exchange(ref _current, null)?.Release();
}
