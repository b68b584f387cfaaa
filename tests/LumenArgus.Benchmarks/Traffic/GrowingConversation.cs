using System.Text.Json;

namespace LumenArgus.Benchmarks.Traffic;

/// <summary>The turns of one conversation: each sends all that was said before, one question and one answer more, up to the size of the cell.</summary>
internal sealed class GrowingConversation
{
    private const int MessagesPerTurn = 2;
    private const int MessageDepth = 2;

    private readonly byte[] _whole;
    private readonly List<int> _ends = [];
    private int _message;

    public GrowingConversation(int length) => _whole = new byte[length];

    /// <summary>Whether the last turn was sent, or none has begun.</summary>
    public bool IsAtEnd => _message >= _ends.Count;

    /// <summary>Where the whole conversation goes before <see cref="Begin"/>.</summary>
    public Span<byte> Whole => _whole;

    /// <summary>Begins a conversation.</summary>
    /// <param name="share">How much of it was said already, from 0 to 1.</param>
    public void Begin(double share)
    {
        _ends.Clear();
        var reader = new Utf8JsonReader(_whole);
        var isInMessages = false;
        while (reader.Read())
        {
            isInMessages |= reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1 && reader.ValueTextEquals("messages"u8);
            if (isInMessages && reader.TokenType == JsonTokenType.EndObject && reader.CurrentDepth == MessageDepth)
            {
                _ends.Add((int)reader.BytesConsumed);
            }
        }

        _message = (int)(share * (_ends.Count - 1));
    }

    /// <summary>Writes the next turn.</summary>
    /// <returns>Its length.</returns>
    public int WriteNext(Span<byte> destination)
    {
        var end = _ends[_message];
        _message += MessagesPerTurn;
        _whole.AsSpan(0, end).CopyTo(destination);
        "]}"u8.CopyTo(destination[end..]);
        return end + 2;
    }
}
