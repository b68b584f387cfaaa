namespace LumenArgus.Host.FileScan;

/// <summary>A place in a text.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 code units.</param>
internal readonly record struct TextPosition(int Line, int Column);
