using System.Collections.Immutable;

namespace LumenArgus.PluginRuntime.Isolation.Wire;

/// <summary>What a plugin in a process of its own brings.</summary>
/// <param name="Detectors">Names of its detectors, with their priority.</param>
/// <param name="AsyncDetectors">Those of its detectors that wait, with how much they want.</param>
/// <param name="RuleSources">How many sources of rules it has.</param>
/// <param name="WorkerThreads">The system's numbers of the threads that run its detectors; 0 where they are not known.</param>
internal sealed record ReadyWire(
    ImmutableArray<(string Name, bool Priority)> Detectors,
    ImmutableArray<(string Name, bool Priority, int MaxCharacters)> AsyncDetectors,
    int RuleSources,
    ImmutableArray<int> WorkerThreads)
{
    private const int MaxParts = 1_000;

    /// <summary>Whether another start of the plugin brought the same.</summary>
    public bool HasSameParts(ReadyWire other) =>
        Detectors.SequenceEqual(other.Detectors) && AsyncDetectors.SequenceEqual(other.AsyncDetectors) && RuleSources == other.RuleSources;

    public void Write(WireWriter writer)
    {
        writer.Number(Detectors.Length);
        foreach (var (name, priority) in Detectors)
        {
            writer.Text(name);
            writer.Flag(priority);
        }

        writer.Number(AsyncDetectors.Length);
        foreach (var (name, priority, most) in AsyncDetectors)
        {
            writer.Text(name);
            writer.Flag(priority);
            writer.Number(most);
        }

        writer.Number(RuleSources);
        writer.Number(WorkerThreads.Length);
        foreach (var thread in WorkerThreads)
        {
            writer.Number(thread);
        }
    }

    public static ReadyWire Read(ref WireReader reader)
    {
        var detectors = ImmutableArray.CreateBuilder<(string, bool)>();
        for (var i = reader.Count(sizeof(int)); i > 0; i--)
        {
            detectors.Add((reader.Text(), reader.Flag()));
        }

        var waiting = ImmutableArray.CreateBuilder<(string, bool, int)>();
        for (var i = reader.Count(sizeof(int)); i > 0; i--)
        {
            waiting.Add((reader.Text(), reader.Flag(), reader.Number()));
        }

        var sources = reader.Number();
        var threads = ImmutableArray.CreateBuilder<int>();
        for (var i = reader.Count(sizeof(int)); i > 0; i--)
        {
            threads.Add(reader.Number());
        }

        return detectors.Count + waiting.Count <= MaxParts && sources is >= 0 and <= MaxParts
            ? new ReadyWire(detectors.ToImmutable(), waiting.ToImmutable(), sources, threads.ToImmutable())
            : throw new InvalidDataException("The plugin brings too many parts.");
    }
}
