namespace LumenArgus.Inspection.Generations;

/// <summary>One exchange's hold on a generation. Dispose it once, when the decision is taken and no hook of the generation is needed any more.</summary>
public sealed class GenerationLease : IDisposable
{
    private Generation? _generation;

    internal GenerationLease(Generation generation) => _generation = generation;

    /// <summary>The generation.</summary>
    /// <exception cref="ObjectDisposedException">The lease has ended.</exception>
    public Generation Generation => _generation ?? throw new ObjectDisposedException(nameof(GenerationLease));

    /// <inheritdoc/>
    public void Dispose() => Interlocked.Exchange(ref _generation, null)?.Release();
}
