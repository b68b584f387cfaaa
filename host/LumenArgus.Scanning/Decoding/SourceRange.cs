namespace LumenArgus.Scanning.Decoding;

/// <summary>A range of a field's or view's text.</summary>
internal readonly record struct SourceRange(int Source, int Start, int End);
