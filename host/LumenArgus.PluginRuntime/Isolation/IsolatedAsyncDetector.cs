using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.PluginRuntime.Isolation;

/// <summary>A detector that waits, in another process.</summary>
internal sealed class IsolatedAsyncDetector(PluginProcess process, int number, string name, int maxCharacters) : IAsyncDetector
{
    public string Name { get; } = name;

    public int MaxCharacters { get; } = maxCharacters;

    public ValueTask<IReadOnlyList<DetectorHit>> DetectAsync(OwnedScanBatch batch, CancellationToken cancellationToken) =>
        process.DetectAsync(number, batch, cancellationToken);
}
