using System.Text.Json;

namespace LumenArgus.Scanning.Responses;

/// <summary>
/// Reads the strings of one event, in two passes: what identifies an object may stand behind the text in it. An element of an array is known by what identifies
/// it, else by its position; elements of an array at the top are events of their own.
/// </summary>
internal sealed class EventReader(EventTexts texts)
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 512, AllowMultipleValues = true };

    // Of each object, in the order of their beginnings; 0 where nothing identifies it.
    private readonly List<ulong> _identities = [];
    private readonly List<int> _open = [];
    private readonly List<Frame> _frames = [];

    /// <returns>False if it is no JSON; then its beginning may have been taken.</returns>
    public bool TryRead(ReadOnlySpan<byte> data)
    {
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

    private void Identify(ReadOnlySpan<byte> data)
    {
        _identities.Clear();
        _open.Clear();
        ulong identity = 0;
        var reader = new Utf8JsonReader(data, Options);
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    _open.Add(_identities.Count);
                    _identities.Add(0);
                    break;
                case JsonTokenType.EndObject:
                    _open.RemoveAt(_open.Count - 1);
                    break;
                case JsonTokenType.PropertyName:
                    identity = EventNames.IsIdentity(reader.ValueSpan) ? EventPlace.Of(0, reader.ValueSpan) : 0;
                    continue;
                case JsonTokenType.String or JsonTokenType.Number when identity != 0:
                    // A sum: the order of the properties does not matter.
                    _identities[_open[^1]] += EventPlace.Of(identity, reader.ValueSpan);
                    break;
            }

            identity = 0;
        }
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
                    Open(name, _identities[objects++], isArray: false);
                    name = default;
                    break;
                case JsonTokenType.StartArray:
                    Open(name, identity: 0, isArray: true);
                    name = default;
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    _frames.RemoveAt(_frames.Count - 1);
                    break;
                case JsonTokenType.PropertyName:
                    name = reader.ValueSpan;
                    texts.AddOther(name);
                    break;
                case JsonTokenType.String:
                    AddString(name, reader.ValueSpan);
                    name = default;
                    break;
                default:
                    name = default;
                    break;
            }
        }
    }

    private void AddString(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        if (name.IsEmpty)
        {
            texts.AddOther(value);
        }
        else if (EventNames.IsPart(name))
        {
            texts.AddPart(EventPlace.Of(_frames[^1].Place, name), name, value);
        }
        else
        {
            texts.AddOther(name, value);
        }
    }

    private void Open(ReadOnlySpan<byte> name, ulong identity, bool isArray)
    {
        if (_frames.Count == 0)
        {
            _frames.Add(new Frame { IsArray = isArray, IsTop = isArray, Place = EventPlace.Of(0, identity) });
            return;
        }

        var parent = _frames[^1];
        var place = parent switch
        {
            { IsTop: true } => EventPlace.Of(0, identity),
            { IsArray: false } => EventPlace.Of(EventPlace.Of(parent.Place, EventNames.Place(name)), identity),
            _ => EventPlace.Of(parent.Place, identity != 0 ? identity : (ulong)parent.Count),
        };
        _frames[^1] = parent with { Count = parent.Count + 1 };
        _frames.Add(new Frame { IsArray = isArray, Place = place });
    }

    private readonly record struct Frame
    {
        public bool IsArray { get; init; }

        /// <summary>Whether its elements are events.</summary>
        public bool IsTop { get; init; }

        /// <summary>Elements so far.</summary>
        public int Count { get; init; }

        public ulong Place { get; init; }
    }
}
