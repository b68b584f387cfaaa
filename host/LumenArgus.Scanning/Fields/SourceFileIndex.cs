using System.Runtime.InteropServices;
using System.Text;

namespace LumenArgus.Scanning.Fields;

/// <summary>
/// Links texts to the files they were read from: the result of a tool call through the call that named the file (Anthropic <c>tool_use_id</c>,
/// OpenAI <c>tool_call_id</c> and <c>call_id</c>, Gemini <c>id</c>), and documents through the title beside them. Two passes over the tables, once per body.
/// </summary>
internal sealed class SourceFileIndex
{
    private const int MaxNameBytes = 1024;
    private const int None = -1;

    private readonly FieldTable _table;
    private int[] _containerFile = [];
    private readonly List<string> _names = [];
    private Dictionary<string, int>? _numbers;

    public SourceFileIndex(FieldTable table)
    {
        _table = table;
        MarkContainers(CollectCalls());
        Inherit();
        Files = CollectFiles();
    }

    public IReadOnlyList<SourceFile> Files { get; }

    public string? FileOf(int field) => FileOfContainer(_table.Fields[field].Container);

    public string? FileOfContainer(int container) =>
        container < 0 || _names.Count == 0 || _containerFile[container] == None ? null : _names[_containerFile[container]];

    // Field with the identifier of a call -> number of its file. The identifier stands beside, one or two levels above the arguments.
    private Dictionary<int, int>? CollectCalls()
    {
        Dictionary<int, int>? containerFiles = null;
        var identifiers = new StructList<(int Field, int Container)>(0);
        for (var i = 0; i < _table.Fields.Count; i++)
        {
            ref readonly var field = ref _table.Fields[i];
            if (field.Kind != FieldKind.Value || field.Key < 0)
            {
                continue;
            }

            var name = _table.Utf8(field.Key);
            if (FieldNames.IsFileArgument(name))
            {
                var owner = OwnerOfArguments(field.Container);
                if (owner >= 0)
                {
                    (containerFiles ??= []).TryAdd(owner, Number(_table.Utf8(i)));
                }
            }
            else if (name.SequenceEqual("arguments"u8))
            {
                if (FileInArguments(i) is { } file)
                {
                    (containerFiles ??= []).TryAdd(field.Container, file);
                    if (_table.Name(_table.Containers[field.Container].Key).SequenceEqual("function"u8))
                    {
                        containerFiles.TryAdd(_table.Containers[field.Container].Parent, file);
                    }
                }
            }
            else if (name.SequenceEqual("id"u8) || name.SequenceEqual("call_id"u8))
            {
                identifiers.Add((i, field.Container));
            }
        }

        Dictionary<int, int>? calls = null;
        foreach (var (id, container) in identifiers.Span)
        {
            if (containerFiles is not null && containerFiles.TryGetValue(container, out var file))
            {
                calls ??= new Dictionary<int, int>(containerFiles.Count, new TextComparer(_table));
                calls[id] = file;
            }
        }

        identifiers.Return();
        return calls;
    }

    // `{"type":"tool_use","id":..,"input":{"file_path":..}}` and `functionCall: {"id":..,"args":{..}}`.
    private int OwnerOfArguments(int arguments)
    {
        ref readonly var container = ref _table.Containers[arguments];
        if (container.Parent < 0)
        {
            return None;
        }

        var name = _table.Name(container.Key);
        return name.SequenceEqual("input"u8) || name.SequenceEqual("args"u8) || name.SequenceEqual("arguments"u8) ? container.Parent : None;
    }

    // OpenAI sends arguments as JSON inside a string.
    private int? FileInArguments(int field)
    {
        using var document = BodyDocument.Parse(_table.Utf8Memory(field));
        document.MarkSensitive();
        var arguments = document.Table;
        for (var i = 0; i < arguments.Fields.Count; i++)
        {
            ref readonly var entry = ref arguments.Fields[i];
            if (entry.Kind == FieldKind.Value && entry.Container == 0 && FieldNames.IsFileArgument(arguments.Name(entry.Key)))
            {
                return Number(arguments.Utf8(i));
            }
        }

        return null;
    }

    private void MarkContainers(Dictionary<int, int>? calls)
    {
        for (var i = 0; i < _table.Fields.Count; i++)
        {
            ref readonly var field = ref _table.Fields[i];
            if (field.Kind != FieldKind.Value || field.Key < 0)
            {
                continue;
            }

            var name = _table.Utf8(field.Key);
            ref readonly var container = ref _table.Containers[field.Container];
            if (FieldNames.IsCallReference(name) || (name.SequenceEqual("id"u8) && FieldNames.IsToolResult(_table.Name(container.Key))))
            {
                // The call itself carries `call_id` too; only what comes back is text of the file.
                var type = container.TypeField < 0 ? default : _table.Utf8(container.TypeField);
                if (calls is not null && !FieldNames.IsToolCallType(type) && calls.TryGetValue(i, out var file))
                {
                    _containerFile[field.Container] = file;
                }
            }
            else if (NamesItsContent(name, in container))
            {
                // Makes the array with the first name.
                var number = Number(_table.Utf8(i));
                _containerFile[field.Container] = number;
            }
        }
    }

    private bool NamesItsContent(ReadOnlySpan<byte> name, in ContainerEntry container)
    {
        var type = container.TypeField < 0 ? default : _table.Utf8(container.TypeField);
        return name.SequenceEqual("title"u8) ? type.SequenceEqual("document"u8)
            : name.SequenceEqual("filename"u8)
                && (type.SequenceEqual("input_file"u8) || type.SequenceEqual("document"u8) || _table.Name(container.Key).SequenceEqual("file"u8));
    }

    // Parents come before their children in the table, so one pass hands names inwards.
    private void Inherit()
    {
        for (var i = 0; i < _containerFile.Length; i++)
        {
            var parent = _table.Containers[i].Parent;
            if (_containerFile[i] == None && parent >= 0)
            {
                _containerFile[i] = _containerFile[parent];
            }
        }
    }

    private List<SourceFile> CollectFiles()
    {
        if (_names.Count == 0)
        {
            return [];
        }

        var first = new int[_names.Count];
        first.AsSpan().Fill(None);
        for (var i = 0; i < _table.Fields.Count; i++)
        {
            ref readonly var field = ref _table.Fields[i];
            if (field.Kind != FieldKind.Value || field.Container < 0 || _containerFile[field.Container] == None)
            {
                continue;
            }

            ref var known = ref first[_containerFile[field.Container]];
            if (known == None || (!IsContent(known) && IsContent(i)))
            {
                known = i;
            }
        }

        var files = new List<SourceFile>(_names.Count);
        for (var i = 0; i < _names.Count; i++)
        {
            if (first[i] != None)
            {
                files.Add(new SourceFile(_names[i], first[i]));
            }
        }

        return files;
    }

    private bool IsContent(int field)
    {
        var name = _table.Name(_table.Fields[field].Key);
        return name.IsEmpty || name.SequenceEqual("content"u8) || name.SequenceEqual("text"u8) || name.SequenceEqual("output"u8)
            || name.SequenceEqual("data"u8) || name.SequenceEqual("file_data"u8);
    }

    // Files are few, their calls are many: of a name that is known no string is made.
    private int Number(ReadOnlySpan<byte> utf8)
    {
        var limited = utf8[..Math.Min(utf8.Length, MaxNameBytes)];
        Span<char> buffer = stackalloc char[MaxNameBytes];
        ReadOnlySpan<char> name = buffer[..Encoding.UTF8.GetChars(limited, buffer)];
        if (_numbers is null)
        {
            // Most bodies name no file.
            _numbers = new Dictionary<string, int>(StringComparer.Ordinal);
            _containerFile = new int[_table.Containers.Count];
            _containerFile.AsSpan().Fill(None);
        }

        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers.GetAlternateLookup<ReadOnlySpan<char>>(), name, out var isKnown);
        if (!isKnown)
        {
            number = _names.Count;
            _names.Add(name.ToString());
        }

        return number;
    }

    /// <summary>Fields are equal if their texts are.</summary>
    private sealed class TextComparer(FieldTable table) : IEqualityComparer<int>
    {
        public bool Equals(int x, int y) => Limited(x).SequenceEqual(Limited(y));

        public int GetHashCode(int field)
        {
            var hash = new HashCode();
            hash.AddBytes(Limited(field));
            return hash.ToHashCode();
        }

        private ReadOnlySpan<byte> Limited(int field) => table.Utf8(field) is var text && text.Length > MaxNameBytes ? text[..MaxNameBytes] : text;
    }
}
