using System.Collections.Concurrent;
using LumenArgus.Benchmarks.Load;

namespace LumenArgus.Benchmarks.Traffic;

/// <summary>Request bodies made before the clock runs; each use gets its own nonces, so no two requests of a run are alike.</summary>
internal sealed class BodyPool
{
    private const int BytesPerSize = 16 * 1024 * 1024;
    private const int MostBodies = 256;

    private readonly ConcurrentDictionary<(Mode, int), RequestBodyTemplate[]> _templates = new();
    private long _requests;

    /// <summary>Builds what a cell needs; called outside of any measured time.</summary>
    public void Prepare(Cell cell) => _ = Templates(cell);

    public void WriteNext(Cell cell, Span<byte> destination)
    {
        var request = (ulong)Interlocked.Increment(ref _requests);
        var templates = Templates(cell);
        templates[(int)(request % (ulong)templates.Length)].Write(destination, request << 32);
    }

    private RequestBodyTemplate[] Templates(Cell cell) => _templates.GetOrAdd((cell.Mode, cell.Kilobytes), static key =>
    {
        var (mode, kilobytes) = key;
        var length = kilobytes * 1024;
        var random = new Random(kilobytes);
        return [.. Enumerable.Range(0, Math.Clamp(BytesPerSize / length, 8, MostBodies)).Select(_ => RequestBodyTemplate.Create(random, mode, length))];
    });
}
