using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.PluginRuntime.Isolation.Wire;

/// <summary>What a detector reports: places, never texts. The host reads the text of its own body there.</summary>
internal static class ReportWire
{
    /// <summary>The most reports of one call; more are counted only, and the call counts as failed.</summary>
    public const int MaxReports = 100_000;

    private const byte NoAction = byte.MaxValue;
    private const int MinBytes = (4 * sizeof(int)) + (2 * sizeof(byte));
    private const int MaxTypeLength = 256;

    public static void Write(WireWriter writer, int field, int start, int length, string type, Severity severity, PolicyAction? action)
    {
        writer.Number(field);
        writer.Number(start);
        writer.Number(length);
        writer.Byte((byte)severity);
        writer.Byte(action is { } wanted ? (byte)wanted : NoAction);
        writer.Text(type.Length > MaxTypeLength ? type[..MaxTypeLength] : type);
    }

    /// <summary>Reports to the host's sink what the process has reported. What is outside of the texts is refused by the sink, as it would be for code in the host.</summary>
    public static void Replay(ref WireReader reader, ScanBatch batch, FindingSink sink)
    {
        var count = reader.Count(MinBytes);
        if (count > MaxReports)
        {
            throw new InvalidDataException("There are too many reports.");
        }

        for (var i = 0; i < count; i++)
        {
            var (field, start, length) = (reader.Number(), reader.Number(), reader.Number());
            var (severity, action) = (reader.Choice<Severity>(), reader.Byte());
            if (action != NoAction && !Enum.IsDefined((PolicyAction)action))
            {
                throw new InvalidDataException("There is no such action.");
            }

            sink.Report(batch[field], start, length, reader.Text(), severity, action == NoAction ? null : (PolicyAction)action);
        }
    }
}
