using System.Buffers;
using System.Runtime.CompilerServices;

namespace LumenArgus.Scanning.Fields;

/// <summary>
/// Walks a body as far as it is JSON and puts every string, property name and long number into the table. Lenient: duplicate keys, numbers of
/// any size, lone surrogates, invalid UTF-8, raw control characters, a byte order mark, trailing commas and several values in a row are
/// accepted. From the first place that is no JSON, the rest becomes one text field. No recursion.
/// </summary>
internal ref struct JsonWalker
{
    // Deeper than any provider's parser goes; a stack of this depth is 24 MB.
    private const int MaxDepth = 1_000_000;
    private const int LongNumberDigits = 9;

    private static readonly SearchValues<byte> NumberBytes = SearchValues.Create("0123456789+-.eE"u8);

    private readonly FieldTable _table;
    private readonly ReadOnlySpan<byte> _body;
    private readonly int _parent;
    private readonly int? _partKey;
    private StructList<Frame> _frames;
    private int _position;
    private int _restStart;
    private int _topLevelValues;

    private JsonWalker(FieldTable table)
    {
        _table = table;
        _body = table.Body.Span;
        _parent = -1;
        _frames = new StructList<Frame>(16);
    }

    private JsonWalker(FieldTable table, int start, int end, int parent, int key)
        : this(table)
    {
        _body = _body[..end];
        _position = start;
        _parent = parent;
        _partKey = key;
    }

    /// <summary>Fills the table.</summary>
    /// <returns>The offset from which the body is no JSON; its length if all of it is.</returns>
    public static int Walk(FieldTable table)
    {
        var walker = new JsonWalker(table);
        walker.SkipByteOrderMark();
        walker.Run();
        walker._frames.Return();
        return walker.AddRest();
    }

    /// <summary>Fills the table with a part of the body that is an object, an array or several of them.</summary>
    /// <param name="table">The table.</param>
    /// <param name="start">First byte of the part.</param>
    /// <param name="end">Behind its last byte.</param>
    /// <param name="parent">The container that it is in.</param>
    /// <param name="key">The key of its values.</param>
    /// <returns>False, and nothing is filled, if it is not JSON from start to end.</returns>
    public static bool TryWalkPart(FieldTable table, int start, int end, int parent, int key)
    {
        var (fields, containers) = (table.Fields.Count, table.Containers.Count);
        var walker = new JsonWalker(table, start, end, parent, key);
        var isJson = walker.SkipWhitespace() && walker._body[walker._position] is (byte)'{' or (byte)'[';
        if (isJson)
        {
            walker.Run();
            isJson = walker._restStart == end && table.Fields.Count > fields;
        }

        walker._frames.Return();
        if (!isJson)
        {
            table.Truncate(fields, containers);
        }

        return isJson;
    }

    private void SkipByteOrderMark()
    {
        if (_body.StartsWith("\uFEFF"u8))
        {
            _position = 3;
            _restStart = 3;
        }
    }

    private void Run()
    {
        while (SkipWhitespace())
        {
            if (!(_frames.Count == 0 ? ReadTopLevel() : ReadMember(ref _frames[_frames.Count - 1])))
            {
                return;
            }
        }

        // Cut off in the middle, but read to the end: nothing is left over.
        _restStart = _body.Length;
    }

    // A bare number or string at the top may be the start of any text ("555-12-3456 is mine"), so it counts as JSON only if it is all there is.
    private bool ReadTopLevel()
    {
        var first = _body[_position];
        if (first is (byte)'{' or (byte)'[')
        {
            return Open(_partKey ?? ~_topLevelValues++, first == '[');
        }

        if (first != '"' || _partKey is not null)
        {
            return false;
        }

        var start = _position + 1;
        var end = ReadString(start, out var unescaped);
        if (end < 0 || _body[(end + 1)..].IndexOfAnyExcept(" \t\r\n"u8) >= 0)
        {
            return false;
        }

        _table.AddField(new FieldEntry
        {
            RawStart = start, RawLength = end - start, Container = -1, Key = ~_topLevelValues++, Unescaped = unescaped,
        });
        _position = end + 1;
        return true;
    }

    // One step inside an object or array: a separator, a bracket, a name or a value.
    private bool ReadMember(ref Frame frame)
    {
        var current = _body[_position];
        if (current == (frame.IsArray ? (byte)']' : (byte)'}'))
        {
            return frame.State is not (MemberState.Colon or MemberState.Value) && Close(ref frame);
        }

        switch (frame.State)
        {
            case MemberState.Separator:
                return current == ',' && Separate(ref frame, MemberState.Start);
            case MemberState.Colon:
                return current == ':' && Separate(ref frame, MemberState.Value);
            case MemberState.Start when !frame.IsArray:
                return current == '"' && ReadName(ref frame);
            default:
                return ReadValue(ref frame, current);
        }
    }

    private bool Separate(ref Frame frame, MemberState next)
    {
        frame.State = next;
        _restStart = ++_position;
        return true;
    }

    private bool ReadName(ref Frame frame)
    {
        var start = _position + 1;
        var end = ReadString(start, out var unescaped);
        if (end < 0)
        {
            return false;
        }

        frame.Key = AddField(start, end - start, unescaped, 0, FieldKind.PropertyName);
        frame.State = MemberState.Colon;
        _position = end + 1;
        return true;
    }

    private bool ReadValue(ref Frame frame, byte current)
    {
        var key = frame.IsArray ? ~frame.Count++ : frame.Key;
        frame.State = MemberState.Separator;
        switch (current)
        {
            case (byte)'{' or (byte)'[':
                return Open(key, current == '[');
            case (byte)'"':
                var start = _position + 1;
                var end = ReadString(start, out var unescaped);
                if (end < 0)
                {
                    return false;
                }

                NoteLabel(AddField(start, end - start, unescaped, key, FieldKind.Value), key);
                _position = end + 1;
                return true;
            case >= (byte)'0' and <= (byte)'9' or (byte)'-':
                return ReadNumber(key);
            default:
                return SkipWord("true"u8) || SkipWord("false"u8) || SkipWord("null"u8) || SkipWord("NaN"u8) || SkipWord("Infinity"u8);
        }
    }

    private bool ReadNumber(int key)
    {
        var rest = _body[_position..];
        if (rest.StartsWith("-Infinity"u8))
        {
            _position += 9;
            return true;
        }

        var length = rest.IndexOfAnyExcept(NumberBytes);
        length = length < 0 ? rest.Length : length;
        if (rest[..length].IndexOfAnyInRange((byte)'0', (byte)'9') < 0)
        {
            return false;
        }

        if (length >= LongNumberDigits)
        {
            AddField(_position, length, FieldEntry.Plain, key, FieldKind.Number);
        }

        _position += length;
        return true;
    }

    // Escapes are undone when the text is asked for.
    private readonly int ReadString(int start, out int unescaped)
    {
        var end = StringEnd.Find(_body, start, out var hasEscapes);
        unescaped = hasEscapes ? FieldEntry.Pending : FieldEntry.Plain;
        return end;
    }

    private bool SkipWord(ReadOnlySpan<byte> word)
    {
        if (!_body[_position..].StartsWith(word))
        {
            return false;
        }

        _position += word.Length;
        return true;
    }

    private bool Open(int key, bool isArray)
    {
        if (_frames.Count == MaxDepth)
        {
            return false;
        }

        _frames.Add(new Frame { Container = -1, ParentKey = key, Start = _position, IsArray = isArray, State = MemberState.Start });
        _restStart = ++_position;
        return true;
    }

    private bool Close(ref Frame frame)
    {
        _restStart = ++_position;
        if (frame.Container >= 0)
        {
            _table.Containers[frame.Container].End = _position;
        }

        _frames.RemoveLast();
        return true;
    }

    private int AddField(int start, int length, int unescaped, int key, FieldKind kind) => _table.AddField(new FieldEntry
    {
        RawStart = start, RawLength = length, Container = CurrentContainer(), Key = key, Unescaped = unescaped, Kind = kind,
    });

    // Containers get an entry with their first field: a body of nothing but brackets costs a stack, not a table.
    private int CurrentContainer()
    {
        var top = _frames.Count - 1;
        var missing = top;
        while (missing >= 0 && _frames[missing].Container < 0)
        {
            missing--;
        }

        for (var i = missing + 1; i <= top; i++)
        {
            ref var frame = ref _frames[i];
            frame.Container = _table.Containers.Add(new ContainerEntry
            {
                Parent = i == 0 ? _parent : _frames[i - 1].Container,
                Key = frame.ParentKey,
                Start = frame.Start,
                End = _body.Length,
                FirstField = _table.Fields.Count,
                RoleField = -1,
                TypeField = -1,
                IsArray = frame.IsArray,
            });
        }

        return _frames[top].Container;
    }

    private void NoteLabel(int field, int key)
    {
        if (key < 0)
        {
            return;
        }

        var name = _table.Utf8(key);
        if (name.Length != 4)
        {
            return;
        }

        ref var container = ref _table.Containers[_table.Fields[field].Container];
        if (name.SequenceEqual("role"u8))
        {
            container.RoleField = field;
        }
        else if (name.SequenceEqual("type"u8))
        {
            container.TypeField = field;

            // Of a repeated `type` any one counts: refusing an edit too many is the safe side.
            var type = _table.Utf8(field);
            container.IsSigned |= type.SequenceEqual("thinking"u8) || type.SequenceEqual("redacted_thinking"u8);
        }
    }

    // The rest begins behind the last separator: what was read since then as a number or a name may be the start of what is not JSON.
    private int AddRest()
    {
        if (_restStart >= _body.Length || _body[_restStart..].IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            return _body.Length;
        }

        _table.AddField(new FieldEntry
        {
            RawStart = _restStart, RawLength = _body.Length - _restStart, Container = -1, Key = ~_topLevelValues, Unescaped = FieldEntry.Plain, Kind = FieldKind.Text,
        });
        return _restStart;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool SkipWhitespace()
    {
        while (_position < _body.Length)
        {
            if (_body[_position] is not ((byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t'))
            {
                return true;
            }

            _position++;
        }

        return false;
    }

    private enum MemberState : byte
    {
        Start,
        Colon,
        Value,
        Separator,
    }

    private struct Frame
    {
        public int Container;
        public int ParentKey;
        public int Key;
        public int Count;
        public int Start;
        public bool IsArray;
        public MemberState State;
    }
}
