using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.TestPlugins.Faulty;

/// <summary>One fault for each name, in a detector that waits.</summary>
public sealed class FaultyWaitingDetector : IAsyncDetector
{
    private const string Prefix = "wait-fault:";

    public string Name => "faulty_waiting";

    public int MaxCharacters => 100_000;

    public async ValueTask<IReadOnlyList<DetectorHit>> DetectAsync(OwnedScanBatch batch, CancellationToken cancellationToken)
    {
        // The newest come first, and texts that were put together from others before those: the last is what was sent.
        var field = batch.Fields.LastOrDefault(static field => field.Text.StartsWith(Prefix, StringComparison.Ordinal));
        switch (field?.Text[Prefix.Length..])
        {
            case "throw":
                throw new InvalidOperationException($"quotes {field.Text}");
            case "outside":
                return [new DetectorHit(field.Index, 0, 4, "waiting", Severity.High), new DetectorHit(field.Index, 1_000_000, 4, "waiting", Severity.High), new DetectorHit(-1, 0, 1, "waiting", Severity.High)];
            case "hang":
                // Takes no notice of its token.
                await Task.Delay(Timeout.InfiniteTimeSpan, CancellationToken.None);
                return [];
            default:
                return [];
        }
    }
}
