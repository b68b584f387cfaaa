using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using LumenArgus.Scanning.Fields;

namespace LumenArgus.Scanning.Mcp;

/// <summary>Reads the messages of a body from the table of its fields, in two passes over it at most.</summary>
internal sealed class McpBodyReader(BodyDocument document)
{
    // A caller with more of them does not wait for each by its identifier.
    private const int MaxIds = 1000;
    private const int MaxIdBytes = 4096;

    // Of tools; a name that is cut is on no list.
    private const int MaxNameBytes = 1024;

    private static readonly SearchValues<byte> EndOfScalar = SearchValues.Create(",}] \t\r\n"u8);

    private readonly FieldTable _table = document.Table;
    private readonly List<(int Container, int Field)> _ids = [];
    private readonly HashSet<int> _calls = [];
    private bool _hasVersion;

    public McpBody? Read()
    {
        ReadMessages();
        if (!_hasVersion && _calls.Count == 0)
        {
            return null;
        }

        var calls = _calls.Count == 0 ? [] : ReadCalls();
        return new McpBody(IsBatch(), [.. _ids.Select(id => IdOf(id.Field)).OfType<string>()], calls);
    }

    private void ReadMessages()
    {
        var (last, isMessage) = (-1, false);
        for (var i = 0; i < _table.Fields.Count; i++)
        {
            ref readonly var field = ref _table.Fields[i];
            if (field.Container != last)
            {
                (last, isMessage) = (field.Container, McpMessage.IsOne(_table, field.Container));
            }

            if (isMessage)
            {
                ReadMember(i, in field);
            }
        }
    }

    private void ReadMember(int index, in FieldEntry field)
    {
        if (field.Kind == FieldKind.PropertyName)
        {
            var name = _table.Utf8(index);
            _hasVersion |= McpNames.Is(name, "jsonrpc"u8);
            if (McpNames.Is(name, "id"u8))
            {
                AddId(field.Container, index);
            }
        }
        else if (field.Kind == FieldKind.Value && McpNames.Is(_table.Name(field.Key), "method"u8) && _table.Utf8(index).SequenceEqual("tools/call"u8))
        {
            _calls.Add(field.Container);
        }
    }

    // Of an identifier that is given twice the last one counts.
    private void AddId(int container, int field)
    {
        if (_ids.Count > 0 && _ids[^1].Container == container)
        {
            _ids[^1] = (container, field);
        }
        else if (_ids.Count < MaxIds)
        {
            _ids.Add((container, field));
        }
    }

    private bool IsBatch() => document.Body.Span.TrimStart("\uFEFF \t\r\n"u8).StartsWith("["u8);

    private ImmutableArray<McpCall> ReadCalls()
    {
        var (parameters, arguments) = FindParameters();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var lookup = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        var named = new Dictionary<int, int>(_calls.Count);
        for (var i = 0; i < _table.Fields.Count; i++)
        {
            ref readonly var field = ref _table.Fields[i];
            if (field.Kind == FieldKind.Value && parameters.TryGetValue(field.Container, out var call) && McpNames.Is(_table.Name(field.Key), "name"u8))
            {
                named[call] = i;
                Count(lookup, _table.Utf8(i));
            }
        }

        foreach (var (container, call) in arguments)
        {
            document.NoteArguments(container, named.GetValueOrDefault(call, ~0));
        }

        if (named.Count < _calls.Count)
        {
            counts[""] = counts.GetValueOrDefault("") + _calls.Count - named.Count;
        }

        return [.. counts.Select(static pair => new McpCall(pair.Key, pair.Value))];
    }

    // By container: the call that it belongs to. Containers stand before those in them.
    private (Dictionary<int, int> Parameters, Dictionary<int, int> Arguments) FindParameters()
    {
        var (parameters, arguments) = (new Dictionary<int, int>(), new Dictionary<int, int>());
        for (var i = 0; i < _table.Containers.Count; i++)
        {
            ref readonly var container = ref _table.Containers[i];
            if (_calls.Contains(container.Parent))
            {
                if (McpNames.Is(_table.Name(container.Key), "params"u8))
                {
                    parameters.Add(i, container.Parent);
                }
            }
            else if (parameters.TryGetValue(container.Parent, out var call) && McpNames.Is(_table.Name(container.Key), "arguments"u8))
            {
                arguments.Add(i, call);
            }
        }

        return (parameters, arguments);
    }

    private static void Count(Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> counts, ReadOnlySpan<byte> name)
    {
        if (name.Length > MaxNameBytes)
        {
            var cut = Encoding.UTF8.GetString(name[..MaxNameBytes]) + "…";
            counts[cut] = (counts.TryGetValue(cut, out var times) ? times : 0) + 1;
            return;
        }

        Span<char> text = stackalloc char[MaxNameBytes];
        var tool = text[..Encoding.UTF8.GetChars(name, text)];
        counts[tool] = (counts.TryGetValue(tool, out var count) ? count : 0) + 1;
    }

    // As it stands in the body; short numbers are no fields. Null for what cannot be one.
    private string? IdOf(int nameField)
    {
        ref readonly var name = ref _table.Fields[nameField];
        var rest = document.Body.Span[(name.RawStart + name.RawLength + 1)..].TrimStart(" \t\r\n"u8);
        if (!rest.StartsWith(":"u8))
        {
            return null;
        }

        rest = rest[1..].TrimStart(" \t\r\n"u8);
        var length = rest.StartsWith("\""u8) ? StringEnd.Find(rest, 1, out _) + 1 : rest.IndexOfAny(EndOfScalar);
        return length is > 0 and <= MaxIdBytes && IsScalar(rest[..length]) ? Encoding.UTF8.GetString(rest[..length]) : null;
    }

    // The answer must be JSON whatever the request is.
    private static bool IsScalar(ReadOnlySpan<byte> value)
    {
        var reader = new Utf8JsonReader(value);
        try
        {
            return reader.Read() && reader.TokenType is JsonTokenType.String or JsonTokenType.Number or JsonTokenType.Null or JsonTokenType.True or JsonTokenType.False;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
