using LumenArgus.Abstractions.Model;

namespace LumenArgus.Scanning.Fields;

/// <summary>Source files, linked on first use.</summary>
public sealed partial class BodyDocument
{
    private readonly string? _file;
    private SourceFileIndex? _sources;

    /// <summary>The distinct files whose content is in the body.</summary>
    public IReadOnlyList<SourceFile> SourceFiles => _file is null || Count == 0 ? Sources.Files : [new SourceFile(_file, 0), .. Sources.Files];

    private SourceFileIndex Sources => _sources ??= new SourceFileIndex(_table);

    internal string? SourceFileOf(int field) => Sources.FileOf(RootOf(field)) ?? _file;

    internal string? SourceFileOfContainer(int container) => Sources.FileOfContainer(container) ?? _file;

    /// <summary>The objects whose content was read from a file of this base name, the outermost ones.</summary>
    internal IReadOnlyList<ByteSpan> PlacesOfFile(string baseName)
    {
        var places = new List<ByteSpan>();
        var answers = new Dictionary<string, bool>(StringComparer.Ordinal);
        var end = 0;
        for (var i = 0; i < _table.Containers.Count; i++)
        {
            ref readonly var container = ref _table.Containers[i];
            if (container.Start >= end && Sources.FileOfContainer(i) is { } file && IsNamed(file))
            {
                places.Add(new ByteSpan(container.Start, container.End - container.Start));
                end = container.End;
            }
        }

        return places;

        bool IsNamed(string file)
        {
            if (!answers.TryGetValue(file, out var isNamed))
            {
                isNamed = file.AsSpan(file.AsSpan().LastIndexOfAny('/', '\\') + 1).SequenceEqual(baseName);
                answers.Add(file, isNamed);
            }

            return isNamed;
        }
    }
}
