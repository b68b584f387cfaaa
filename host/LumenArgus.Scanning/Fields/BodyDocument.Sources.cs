namespace LumenArgus.Scanning.Fields;

/// <summary>Source files, linked on first use.</summary>
public sealed partial class BodyDocument
{
    private SourceFileIndex? _sources;

    /// <summary>The distinct files whose content is in the body.</summary>
    public IReadOnlyList<SourceFile> SourceFiles => (_sources ??= new SourceFileIndex(_table)).Files;

    internal string? SourceFileOf(int field) => (_sources ??= new SourceFileIndex(_table)).FileOf(RootOf(field));
}
