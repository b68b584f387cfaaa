using System.Buffers;

namespace LumenArgus.Scanning.Responses;

/// <summary>
/// The texts of the events of one response. Strings are kept as they stand in the JSON, with their escapes: so parts can be joined without being read, and an
/// escape pair that was divided between two events becomes whole.
/// </summary>
internal sealed class EventTexts
{
    // An event that says that it is JSON and is not costs more than one that is; a stream of such is text.
    private const int MaxBroken = 16;

    // Providers send a text in parts and once more as a whole, in the events behind it: among so many of the latest texts it is looked for.
    private const int MaxCompared = 64;
    private const int ShortestCompared = 16;

    // What a text costs beside its bytes.
    private const int Overhead = 64;

    private readonly int _maxBytes;
    private readonly EventReader _reader;
    private readonly Dictionary<ulong, int> _byPlace = [];
    private readonly List<JoinedText> _joined = [];
    private readonly HashSet<ulong> _known = [];
    private readonly ArrayBufferWriter<byte> _others = new();
    private long _used;
    private long _beyond;
    private int _broken;

    public EventTexts(int maxBytes)
    {
        _maxBytes = maxBytes;
        _reader = new EventReader(this);
    }

    /// <summary>Takes one event: JSON, or else a text.</summary>
    public void AddEvent(ReadOnlySpan<byte> data)
    {
        if (!TryAddJson(data))
        {
            AddText(data);
        }
    }

    /// <summary>Takes a JSON value.</summary>
    /// <returns>False if it is none, or was only read in part.</returns>
    public bool TryAddJson(ReadOnlySpan<byte> data)
    {
        if (_broken >= MaxBroken || data.TrimStart(" \t\r\n"u8) is not [(byte)'{' or (byte)'[', ..])
        {
            return false;
        }

        if (_reader.TryRead(data))
        {
            return true;
        }

        _broken++;
        return false;
    }

    /// <summary>Keeps a text that is no JSON, unless it was there before.</summary>
    public void AddText(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || !IsNew(EventPlace.Of(0, text)))
        {
            return;
        }

        var kept = Take(Overhead, text, isRaw: false);
        if (!kept.IsEmpty)
        {
            Separate();
            RawString.WriteEscaped(_others, kept);
        }
    }

    /// <summary>Counts bytes that are not looked at.</summary>
    public void LeaveOut(long bytes) => _beyond += bytes;

    /// <summary>Takes a part of a text.</summary>
    /// <param name="place">Which text.</param>
    /// <param name="name">The property's name, raw.</param>
    /// <param name="part">The part, raw.</param>
    public void AddPart(ulong place, ReadOnlySpan<byte> name, ReadOnlySpan<byte> part)
    {
        if (part.IsEmpty)
        {
            return;
        }

        if (_byPlace.TryGetValue(place, out var number))
        {
            _joined[number].Raw.Write(Take(overhead: 0, part, isRaw: true));
        }
        else if (!IsRepeated(part) && Take(name.Length + Overhead, part, isRaw: true) is { IsEmpty: false } kept)
        {
            var text = new JoinedText(name.ToArray());
            text.Raw.Write(kept);
            _byPlace.Add(place, _joined.Count);
            _joined.Add(text);
        }
    }

    /// <summary>Keeps a string that is no part of a text, unless it was there before.</summary>
    public void AddOther(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty || !IsNew(EventPlace.Of(EventPlace.Of(1, name), value)))
        {
            return;
        }

        var kept = Take(name.Length + Overhead, value, isRaw: true);
        if (!kept.IsEmpty)
        {
            Separate();
            _others.Write("{\""u8);
            _others.Write(name);
            _others.Write("\":\""u8);
            _others.Write(kept);
            _others.Write("\"}"u8);
        }
    }

    /// <summary>Keeps a string without a name, unless it was there before.</summary>
    public void AddOther(ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty || !IsNew(EventPlace.Of(2, value)))
        {
            return;
        }

        var kept = Take(Overhead, value, isRaw: true);
        if (!kept.IsEmpty)
        {
            Separate();
            _others.Write("\""u8);
            _others.Write(kept);
            _others.Write("\""u8);
        }
    }

    /// <summary>The texts as one JSON body: the joined ones under <c>content</c>, the others under <c>events</c>.</summary>
    public AssembledResponse Build()
    {
        var body = new ArrayBufferWriter<byte>((int)Math.Min(Array.MaxLength, _used + _others.WrittenCount + 64));
        body.Write("{\"role\":\"assistant\",\"content\":["u8);
        for (var i = 0; i < _joined.Count; i++)
        {
            body.Write(i == 0 ? "{\""u8 : ",{\""u8);
            body.Write(_joined[i].Name);
            body.Write("\":\""u8);
            body.Write(_joined[i].Raw.WrittenSpan);
            body.Write("\"}"u8);
        }

        body.Write("],\"events\":["u8);
        body.Write(_others.WrittenSpan);
        body.Write("]}"u8);
        return new AssembledResponse(body.WrittenMemory, _beyond);
    }

    // What does not fit gives what is left of the room, so that a text of any length is looked at up to the limit; then nothing more is taken.
    private ReadOnlySpan<byte> Take(int overhead, ReadOnlySpan<byte> bytes, bool isRaw)
    {
        var room = _maxBytes - _used - overhead;
        if (bytes.Length <= room)
        {
            _used += overhead + bytes.Length;
            return bytes;
        }

        var kept = room <= 0 ? 0 : isRaw ? RawString.CutAt(bytes, (int)room) : (int)room;
        _beyond += bytes.Length - kept;
        _used = _maxBytes;
        return bytes[..kept];
    }

    // The set is bounded by the texts that were taken: each has its cost.
    private bool IsNew(ulong hash) => _used < _maxBytes ? _known.Add(hash) : !_known.Contains(hash);

    private bool IsRepeated(ReadOnlySpan<byte> text)
    {
        if (text.Length < ShortestCompared)
        {
            return false;
        }

        for (var i = Math.Max(0, _joined.Count - MaxCompared); i < _joined.Count; i++)
        {
            if (_joined[i].Raw.WrittenSpan.SequenceEqual(text))
            {
                return true;
            }
        }

        return false;
    }

    private void Separate()
    {
        if (_others.WrittenCount > 0)
        {
            _others.Write(","u8);
        }
    }
}
