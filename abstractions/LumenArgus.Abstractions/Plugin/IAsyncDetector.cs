using LumenArgus.Abstractions.Model;

namespace LumenArgus.Abstractions.Plugin;

/// <summary>A detector that waits for something, for example a local service. It gets its own copy of the texts.</summary>
public interface IAsyncDetector
{
    /// <summary>The detector's name in findings and under <c>detectors</c> in the configuration.</summary>
    string Name { get; }

    /// <summary>The most UTF-16 characters it wants, newest fields first; what is cut becomes an <c>unscanned</c> finding.</summary>
    int MaxCharacters { get; }

    /// <summary>Looks at the texts.</summary>
    /// <param name="batch">A copy that the detector may keep.</param>
    /// <param name="cancellationToken">Cancelled when the budget is spent or the caller has left.</param>
    /// <returns>The matches.</returns>
    ValueTask<IReadOnlyList<DetectorHit>> DetectAsync(OwnedScanBatch batch, CancellationToken cancellationToken);
}
