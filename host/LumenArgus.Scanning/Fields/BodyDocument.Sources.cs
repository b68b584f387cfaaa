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
}
