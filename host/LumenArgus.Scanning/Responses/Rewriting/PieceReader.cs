using System.Text;
using System.Text.Json;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Scanning.Responses.Rewriting;

/// <summary>
/// Finds the strings of one event that may be rewritten, and which texts end with it. In two passes, like <see cref="EventReader"/>: what an object is may stand
/// behind the strings in it.
/// </summary>
/// <param name="arePartial">Whether strings outside of a known format are parts of texts: in a stream of lines.</param>
internal sealed class PieceReader(bool arePartial)
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 512, AllowMultipleValues = true };

    private readonly List<EventObject> _objects = [];
    private readonly List<int> _open = [];
    private readonly List<Frame> _frames = [];
    private readonly List<TextPiece> _pieces = [];
    private readonly List<ulong> _ended = [];
    private string _type = "";
    private ulong _rootOwner;

    /// <summary>The strings of the last event, in their order.</summary>
    public IReadOnlyList<TextPiece> Pieces => _pieces;

    /// <summary>Owners whose texts end with the last event.</summary>
    public IReadOnlyList<ulong> Ended => _ended;

    /// <summary>Whether all texts end with the last event.</summary>
    public bool EndsAll { get; private set; }

    /// <summary>Reads an event.</summary>
    /// <returns>False if it is no JSON: then nothing of it may be rewritten.</returns>
    public bool TryRead(ReadOnlySpan<byte> data)
    {
        _pieces.Clear();
        _ended.Clear();
        EndsAll = data.Trim(" \t\r\n"u8).SequenceEqual("[DONE]"u8);
        if (data.TrimStart(" \t\r\n"u8) is not [(byte)'{' or (byte)'[', ..] || EndsAll)
        {
            return EndsAll;
        }

        try
        {
            Identify(data);
        }
        catch (JsonException)
        {
            return false;
        }

        ReadStrings(data);
        return true;
    }

    private bool IsOpenAIEvent => _type.StartsWith("response.", StringComparison.Ordinal);

    private void Identify(ReadOnlySpan<byte> data)
    {
        _objects.Clear();
        _open.Clear();
        _type = "";
        ReadOnlySpan<byte> name = default;
        var reader = new Utf8JsonReader(data, Options);
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    _open.Add(_objects.Count);
                    _objects.Add(default);
                    break;
                case JsonTokenType.StartArray:
                    _open.Add(-1);
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    _open.RemoveAt(_open.Count - 1);
                    break;
                case JsonTokenType.PropertyName:
                    name = reader.ValueSpan;
                    continue;
                case JsonTokenType.String or JsonTokenType.Number or JsonTokenType.True when !name.IsEmpty:
                    Note(name, reader.ValueSpan, reader.TokenType);
                    break;
            }

            name = default;
        }
    }

    private void Note(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, JsonTokenType token)
    {
        var current = _objects[_open[^1]];
        if (token == JsonTokenType.True)
        {
            current.IsThought |= name.SequenceEqual("thought"u8);
        }
        else if (name.SequenceEqual("item_id"u8))
        {
            current.Item = EventPlace.Of(EventPlace.Of(0, name), value);
        }
        else if (EventNames.IsIdentity(name))
        {
            current.Identity += EventPlace.Of(EventPlace.Of(0, name), value);
        }
        else if (token == JsonTokenType.String && name.SequenceEqual("type"u8))
        {
            current.IsThought |= PieceNames.IsThoughtType(value);
            if (_open.Count == 1)
            {
                _type = Encoding.UTF8.GetString(value[..Math.Min(value.Length, 64)]);
            }
        }

        _objects[_open[^1]] = current;
    }

    private void ReadStrings(ReadOnlySpan<byte> data)
    {
        _frames.Clear();
        var objects = 0;
        ReadOnlySpan<byte> name = default;
        var reader = new Utf8JsonReader(data, Options);
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    var read = _objects[objects++];
                    Open(name, read.Identity != 0 ? read.Identity : read.Item, isArray: false, read.IsThought);
                    break;
                case JsonTokenType.StartArray:
                    Open(name, identity: 0, isArray: true, isThought: false);
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    _frames.RemoveAt(_frames.Count - 1);
                    break;
                case JsonTokenType.PropertyName:
                    name = reader.ValueSpan;
                    if (_frames[^1] is { IsArguments: true, IsThought: false })
                    {
                        AddWhole(ref reader);
                    }

                    continue;
                case JsonTokenType.String:
                    AddString(name, ref reader);
                    break;
                case JsonTokenType.True when _frames.Count == 1 && name.SequenceEqual("done"u8):
                    EndsAll = true;
                    break;
            }

            name = default;
        }

        EndOfType();
    }

    private void AddString(ReadOnlySpan<byte> name, ref Utf8JsonReader reader)
    {
        var frame = _frames.Count > 0 ? _frames[^1] : default;
        if (frame.IsThought)
        {
            return;
        }

        if (frame.IsArguments)
        {
            AddWhole(ref reader);
        }
        else if (PieceNames.IsReason(name))
        {
            End(frame.Owner);
        }
        else if (PieceNames.IsText(name))
        {
            var kind = PieceNames.IsJson(name) || (name.SequenceEqual("delta"u8) && _type.Contains("arguments", StringComparison.Ordinal))
                ? ResponseTextKind.Json
                : ResponseTextKind.Text;
            _pieces.Add(new TextPiece(
                (int)reader.TokenStartIndex + 1, reader.ValueSpan.Length, EventPlace.Of(frame.Place, name), frame.Owner, kind, IsPartial(frame)));
        }
    }

    // A name too: what a tool gets as an object may have any names.
    private void AddWhole(ref Utf8JsonReader reader) =>
        _pieces.Add(new TextPiece((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length, Place: 0, Owner: 0, ResponseTextKind.Text, IsPart: false));

    // The names of events say it: OpenAI sends each text once more as a whole. In an unknown stream a string stands for itself.
    private bool IsPartial(Frame frame) => IsOpenAIEvent
        ? _type.EndsWith(".delta", StringComparison.Ordinal)
        : arePartial || frame.IsChoice || _type.StartsWith("content_block_", StringComparison.Ordinal);

    private void EndOfType()
    {
        if (_type is "message_stop" or "response.completed" or "response.failed" or "response.incomplete" or "response.done")
        {
            EndsAll = true;
        }
        else if (_type == "content_block_stop" || (IsOpenAIEvent && _type.EndsWith(".done", StringComparison.Ordinal)))
        {
            End(_rootOwner);
        }
    }

    private void End(ulong owner)
    {
        EndsAll |= owner == 0;
        _ended.Add(owner);
    }

    private void Open(ReadOnlySpan<byte> name, ulong identity, bool isArray, bool isThought)
    {
        if (_frames.Count == 0)
        {
            var root = EventPlace.Of(0, identity);
            _rootOwner = identity != 0 ? root : 0;
            _frames.Add(new Frame { IsArray = isArray, IsTop = isArray, Place = root, Owner = _rootOwner, IsThought = isThought });
            return;
        }

        var parent = _frames[^1];
        var place = parent switch
        {
            { IsTop: true } => EventPlace.Of(0, identity),
            { IsArray: false } => EventPlace.Of(EventPlace.Of(parent.Place, EventNames.Place(name)), identity),

            // Of Gemini's parts each event has its own, and all texts among them are one.
            { IsParts: true } => parent.Place,
            _ => EventPlace.Of(parent.Place, identity != 0 ? identity : (ulong)parent.Count),
        };
        var isChoice = parent.IsChoices && !isArray;
        _frames[^1] = parent with { Count = parent.Count + 1 };
        _frames.Add(new Frame
        {
            IsArray = isArray,
            Place = place,
            Owner = isChoice ? place : parent.Owner,
            IsChoices = isArray && PieceNames.IsChoices(name),
            IsParts = isArray && name.SequenceEqual("parts"u8),
            IsChoice = parent.IsChoice || isChoice,
            IsArguments = parent.IsArguments || PieceNames.IsArguments(name),
            IsThought = parent.IsThought || isThought || PieceNames.IsThought(name),
        });
    }

    private readonly record struct Frame
    {
        public bool IsArray { get; init; }

        /// <summary>Whether its elements are events.</summary>
        public bool IsTop { get; init; }

        public bool IsChoices { get; init; }

        public bool IsParts { get; init; }

        public bool IsChoice { get; init; }

        public bool IsArguments { get; init; }

        public bool IsThought { get; init; }

        /// <summary>Elements so far.</summary>
        public int Count { get; init; }

        public ulong Place { get; init; }

        public ulong Owner { get; init; }
    }
}
