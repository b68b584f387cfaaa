using System.Buffers;
using System.Text;

namespace LumenArgus.Scanning.Fields;

/// <summary>
/// Links texts to the files they were read from: the result of a tool call through the call that named the file (Anthropic <c>tool_use_id</c>,
/// OpenAI <c>tool_call_id</c> and <c>call_id</c>, Gemini <c>id</c>), and documents through the title beside them. Two passes over the tables, once per body.
/// </summary>
internal sealed class SourceFileIndex
{
    private const int MaxNameBytes = 1024;
    private const int None = TextNumbers.None;

    private readonly FieldTable _table;

    // The number of each container's file; most bodies name none and have no array.
    private int[] _containerFile = [];
    private TextNumbers _names = new();
    private StructList<(int Number, int Field)> _files = new(0);
    private string?[]? _strings;

    public SourceFileIndex(FieldTable table)
    {
        _table = table;
        var calls = new Calls();
        Collect(ref calls);
        MarkContainers(in calls);
        calls.Return();
        Inherit();
        CollectFiles();
    }

    /// <summary>The files of which there is content.</summary>
    public int Count => _files.Count;

    /// <summary>A field with content of a file.</summary>
    public int FieldOf(int index) => _files[index].Field;

    /// <summary>The name of a file, as UTF-8.</summary>
    public ReadOnlySpan<byte> NameOf(int index) => _names[_files[index].Number];

    public string? FileOf(int field) => FileOfContainer(_table.Fields[field].Container);

    public string? FileOfContainer(int container)
    {
        if (container < 0 || _names.Count == 0 || _containerFile[container] is var number && number == None)
        {
            return null;
        }

        _strings ??= new string?[_names.Count];
        return _strings[number] ??= Encoding.UTF8.GetString(_names[number]);
    }

    /// <summary>Gives the tables back.</summary>
    /// <param name="isSensitive">Whether the names are to be cleared.</param>
    public void Return(bool isSensitive)
    {
        _names.Return(isSensitive);
        _files.Return();
        Return(ref _containerFile);
    }

    // The identifier of a call stands beside, one or two levels above the arguments.
    private void Collect(ref Calls calls)
    {
        var fileOfContainer = Array.Empty<int>();
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
                    TryAdd(ref fileOfContainer, owner, Number(_table.Utf8(i)));
                }
            }
            else if (name.SequenceEqual("arguments"u8))
            {
                if (FileInArguments(i) is { } file)
                {
                    TryAdd(ref fileOfContainer, field.Container, file);
                    if (_table.Name(_table.Containers[field.Container].Key).SequenceEqual("function"u8))
                    {
                        TryAdd(ref fileOfContainer, _table.Containers[field.Container].Parent, file);
                    }
                }
            }
            else if (name.SequenceEqual("id"u8) || name.SequenceEqual("call_id"u8))
            {
                identifiers.Add((i, field.Container));
            }
        }

        foreach (var (id, container) in fileOfContainer.Length > 0 ? identifiers.Span : [])
        {
            if (fileOfContainer[container] is >= 0 and var file)
            {
                calls.Add(Limited(_table.Utf8(id)), file);
            }
        }

        identifiers.Return();
        Return(ref fileOfContainer);
    }

    private void TryAdd(ref int[] fileOfContainer, int container, int file)
    {
        RentForContainers(ref fileOfContainer);
        if (fileOfContainer[container] == None)
        {
            fileOfContainer[container] = file;
        }
    }

    private void RentForContainers(ref int[] numbers)
    {
        if (numbers.Length == 0)
        {
            numbers = ArrayPool<int>.Shared.Rent(_table.Containers.Count);
            numbers.AsSpan(0, _table.Containers.Count).Fill(None);
        }
    }

    private static void Return(ref int[] numbers)
    {
        if (numbers.Length > 0)
        {
            ArrayPool<int>.Shared.Return(numbers);
            numbers = [];
        }
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

    private void MarkContainers(in Calls calls)
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
                if (!FieldNames.IsToolCallType(type) && calls.Find(Limited(_table.Utf8(i))) is >= 0 and var file)
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
        for (var i = 0; i < (_containerFile.Length > 0 ? _table.Containers.Count : 0); i++)
        {
            var parent = _table.Containers[i].Parent;
            if (_containerFile[i] == None && parent >= 0)
            {
                _containerFile[i] = _containerFile[parent];
            }
        }
    }

    private void CollectFiles()
    {
        if (_names.Count == 0)
        {
            return;
        }

        var first = ArrayPool<int>.Shared.Rent(_names.Count);
        first.AsSpan(0, _names.Count).Fill(None);
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

        for (var i = 0; i < _names.Count; i++)
        {
            if (first[i] != None)
            {
                _files.Add((i, first[i]));
            }
        }

        Return(ref first);
    }

    private bool IsContent(int field)
    {
        var name = _table.Name(_table.Fields[field].Key);
        return name.IsEmpty || name.SequenceEqual("content"u8) || name.SequenceEqual("text"u8) || name.SequenceEqual("output"u8)
            || name.SequenceEqual("data"u8) || name.SequenceEqual("file_data"u8);
    }

    private int Number(ReadOnlySpan<byte> name)
    {
        RentForContainers(ref _containerFile);
        return _names.Add(Limited(name));
    }

    private static ReadOnlySpan<byte> Limited(ReadOnlySpan<byte> text) => text[..Math.Min(text.Length, MaxNameBytes)];

    /// <summary>The file of each call, by its identifier.</summary>
    private struct Calls()
    {
        private TextNumbers _identifiers = new();
        private StructList<int> _files = new(0);

        public void Add(ReadOnlySpan<byte> identifier, int file)
        {
            var number = _identifiers.Add(identifier);
            if (number == _files.Count)
            {
                _files.Add(file);
            }
            else
            {
                _files[number] = file;
            }
        }

        /// <summary>The number of the file; <see cref="None"/> if no call has the identifier.</summary>
        public readonly int Find(ReadOnlySpan<byte> identifier) => _identifiers.Find(identifier) is >= 0 and var number ? _files[number] : None;

        public void Return()
        {
            // Whether the body has a match is not known yet.
            _identifiers.Return(isSensitive: true);
            _files.Return();
        }
    }
}
