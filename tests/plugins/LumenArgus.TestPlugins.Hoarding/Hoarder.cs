using System.Collections.Concurrent;
using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.TestPlugins.Hoarding;

/// <summary>
/// Copies every text, keeps the sinks and reports to them later. A batch that holds the words "hoard now" is never given back: the detector keeps
/// looking at its bytes until the plugin stops, and counts each time they are no longer what they were.
/// </summary>
public sealed class Hoarder : IDetector
{
    private readonly ConcurrentBag<byte[]> _texts = [];
    private readonly ConcurrentBag<FindingSink> _sinks = [];
    private int _calls;
    private int _foreignSights;

    public string Name => "hoarding";

    public int Calls => _calls;

    public int ForeignSights => _foreignSights;

    internal CancellationToken Stopping { get; set; }

    public void Detect(ScanBatch batch, FindingSink sink)
    {
        Interlocked.Increment(ref _calls);
        foreach (var field in batch)
        {
            var copy = field.Utf8.ToArray();
            _texts.Add(copy);
            foreach (var old in _sinks)
            {
                Misuse(old, field);
            }

            if (field.Utf8.IndexOf("hoard now"u8) >= 0)
            {
                Watch(field.Utf8, copy);
            }
        }

        _sinks.Add(sink);
    }

    private static void Misuse(FindingSink old, ScanField field)
    {
        try
        {
            old.Report(field, 0, 1, "stale", Severity.Critical);
        }
        catch (ArgumentOutOfRangeException)
        {
            // An empty field.
        }
    }

    private void Watch(ReadOnlySpan<byte> live, byte[] copy)
    {
        while (!Stopping.IsCancellationRequested)
        {
            if (!live.SequenceEqual(copy))
            {
                Interlocked.Increment(ref _foreignSights);
                return;
            }
        }
    }
}
