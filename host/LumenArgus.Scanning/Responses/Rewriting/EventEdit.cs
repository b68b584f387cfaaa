using System.Buffers;

namespace LumenArgus.Scanning.Responses.Rewriting;

/// <summary>Another text for a string of an event; all else of the event stays byte for byte.</summary>
/// <param name="Start">First byte between the quotes.</param>
/// <param name="Length">Bytes between the quotes.</param>
/// <param name="Text">The new text.</param>
internal readonly record struct EventEdit(int Start, int Length, string Text)
{
    /// <summary>Writes an event.</summary>
    /// <param name="output">Takes it.</param>
    /// <param name="raw">The event.</param>
    /// <param name="edits">The edits in their order.</param>
    public static void Write(IBufferWriter<byte> output, ReadOnlySpan<byte> raw, IReadOnlyList<EventEdit> edits)
    {
        var position = 0;
        foreach (var edit in edits)
        {
            output.Write(raw[position..edit.Start]);
            JsonString.Write(output, edit.Text);
            position = edit.Start + edit.Length;
        }

        output.Write(raw[position..]);
    }
}
