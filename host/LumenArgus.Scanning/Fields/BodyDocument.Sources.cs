using System.Text;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Scanning.Fields;

/// <summary>Source files, linked on first use.</summary>
public sealed partial class BodyDocument
{
    private readonly string? _file;
    private SourceFileIndex? _sources;
    private Dictionary<string, List<ByteSpan>>? _placesOfFiles;

    /// <summary>The distinct files whose content is in the body.</summary>
    public IReadOnlyList<SourceFile> SourceFiles =>
        [.. OuterFiles, .. Enumerable.Range(0, LinkedFiles.Count).Select(i => new SourceFile(Encoding.UTF8.GetString(LinkedFiles.NameOf(i)), LinkedFiles.FieldOf(i)))];

    /// <summary>The file that the body is, or those of its parts.</summary>
    internal IEnumerable<SourceFile> OuterFiles => _file is not null && Count > 0 ? [new SourceFile(_file, 0)] : _table.Parts.Count > 0 ? PartFiles() : [];

    /// <summary>The files that the conversation names beside their content.</summary>
    internal SourceFileIndex LinkedFiles => _sources ??= new SourceFileIndex(_table);

    internal string? SourceFileOf(int field) => LinkedFiles.FileOf(RootOf(field)) ?? PartFile(_table.Fields[RootOf(field)].RawStart) ?? _file;

    internal string? SourceFileOfContainer(int container) => LinkedFiles.FileOfContainer(container) ?? _file;

    /// <summary>The objects whose content was read from a file of this base name, the outermost ones.</summary>
    internal IReadOnlyList<ByteSpan> PlacesOfFile(string baseName) =>
        (_placesOfFiles ??= FindPlacesOfFiles()).GetValueOrDefault(baseName, []);

    private Dictionary<string, List<ByteSpan>> FindPlacesOfFiles()
    {
        var places = new Dictionary<string, List<ByteSpan>>(StringComparer.Ordinal);
        var baseNames = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < _table.Containers.Count; i++)
        {
            if (LinkedFiles.FileOfContainer(i) is not { } file)
            {
                continue;
            }

            if (!baseNames.TryGetValue(file, out var name))
            {
                name = file[(file.AsSpan().LastIndexOfAny('/', '\\') + 1)..];
                baseNames.Add(file, name);
            }

            if (!places.TryGetValue(name, out var known))
            {
                places.Add(name, known = []);
            }

            ref readonly var container = ref _table.Containers[i];
            if (known.Count == 0 || container.Start >= known[^1].End)
            {
                known.Add(new ByteSpan(container.Start, container.End - container.Start));
            }
        }

        return places;
    }
}
