using LumenArgus.Abstractions.Model;

namespace LumenArgus.PluginRuntime.Isolation.Wire;

/// <summary>What a detector that waits has found.</summary>
internal static class HitWire
{
    private const int MinBytes = (4 * sizeof(int)) + sizeof(byte);

    public static void Write(WireWriter writer, IReadOnlyList<DetectorHit> hits)
    {
        writer.Number(hits.Count);
        foreach (var hit in hits)
        {
            writer.Number(hit.FieldIndex);
            writer.Number(hit.Start);
            writer.Number(hit.Length);
            writer.Text(hit.Type);
            writer.Byte((byte)hit.Severity);
        }
    }

    public static DetectorHit[] Read(ref WireReader reader)
    {
        var hits = new DetectorHit[reader.Count(MinBytes)];
        for (var i = 0; i < hits.Length; i++)
        {
            hits[i] = new DetectorHit(reader.Number(), reader.Number(), reader.Number(), reader.Text(), reader.Choice<Severity>());
        }

        return hits;
    }
}
