using System.Buffers;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Scanning.Responses.Rewriting;

/// <summary>What was held back of a text, and an event like those it comes in, to send it in should the text end with it.</summary>
/// <param name="Block">Number of the text.</param>
/// <param name="Place">Which text it is.</param>
/// <param name="Owner">Whose end is its end.</param>
/// <param name="Kind">What the text is.</param>
/// <param name="Text">What is held back.</param>
/// <param name="Carrier">The last event with a part of the text.</param>
/// <param name="Strings">The strings of that event that may be rewritten.</param>
/// <param name="Own">Which of them is the part.</param>
internal sealed record HeldText(long Block, ulong Place, ulong Owner, ResponseTextKind Kind, string Text, byte[] Carrier, EventEdit[] Strings, int Own)
{
    /// <summary>Writes an event with a text and nothing else.</summary>
    public void Write(IBufferWriter<byte> output, string text)
    {
        if (text.Length > 0)
        {
            EventEdit.Write(output, Carrier, [.. Strings.Select((each, i) => each with { Text = i == Own ? text : "" })]);
        }
    }
}
