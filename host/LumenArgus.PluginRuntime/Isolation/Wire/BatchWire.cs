using LumenArgus.Abstractions.Model;

namespace LumenArgus.PluginRuntime.Isolation.Wire;

/// <summary>The head of a batch: what is said of the texts. The texts themselves follow, one behind the other.</summary>
internal static class BatchWire
{
    /// <summary>What a field takes at least.</summary>
    public const int MinFieldBytes = sizeof(int) + sizeof(byte) + sizeof(byte);

    [Flags]
    public enum FieldFlags : byte
    {
        None = 0,
        IsLatestTurn = 1,
        HasFile = 2,
        HasFileOfFieldBefore = 4,
        HasChain = 8,
    }

    /// <returns>The bytes of all texts.</returns>
    public static long WriteHead(WireWriter writer, ScanBatch batch)
    {
        writer.Text(batch.Provider);
        writer.Text(batch.Model);
        writer.Byte((byte)batch.Stage);
        SessionWire.Write(writer, batch.Session);
        writer.Number(batch.Count);
        long bytes = 0;
        string? fileBefore = null;
        foreach (var field in batch)
        {
            var (length, file, chain) = (field.Utf8.Length, field.SourceFile, field.DecodeChain);
            bytes += length;
            writer.Number(length);
            writer.Byte((byte)field.Role);
            var flags = (field.IsLatestTurn ? FieldFlags.IsLatestTurn : FieldFlags.None)
                | (file is null ? FieldFlags.None : file == fileBefore ? FieldFlags.HasFileOfFieldBefore : FieldFlags.HasFile)
                | (chain.Length == 0 ? FieldFlags.None : FieldFlags.HasChain);
            writer.Byte((byte)flags);
            if (flags.HasFlag(FieldFlags.HasFile))
            {
                writer.Text(file);
            }

            if (flags.HasFlag(FieldFlags.HasChain))
            {
                writer.Text(chain);
            }

            fileBefore = file;
        }

        return bytes;
    }

    /// <summary>A batch that is a copy already, texts included.</summary>
    public static void Write(WireWriter writer, OwnedScanBatch batch)
    {
        writer.Text(batch.Provider);
        writer.Text(batch.Model);
        SessionWire.Write(writer, batch.Session);
        writer.Number(batch.Fields.Length);
        foreach (var field in batch.Fields)
        {
            writer.Number(field.Index);
            writer.Byte((byte)field.Role);
            writer.Flag(field.IsLatestTurn);
            writer.Text(field.SourceFile);
            writer.Characters(field.Text);
        }
    }

    public static OwnedScanBatch ReadOwned(ref WireReader reader)
    {
        var (provider, model) = (reader.Text(), reader.TextOrNull());
        var session = SessionWire.Read(ref reader);
        var fields = System.Collections.Immutable.ImmutableArray.CreateBuilder<OwnedScanField>(reader.Count(MinFieldBytes));
        for (var i = fields.Capacity; i > 0; i--)
        {
            var (index, role, isLatest) = (reader.Number(), reader.Choice<FieldRole>(), reader.Flag());
            var file = reader.TextOrNull();
            fields.Add(new OwnedScanField(index, reader.Characters(), role, file) { IsLatestTurn = isLatest });
        }

        return new OwnedScanBatch(fields.MoveToImmutable(), provider, model, session);
    }
}
