namespace LumenArgus.Scanning.Fields;

/// <summary>A file whose content is in the body, as the conversation names it.</summary>
/// <param name="Name">Path or name as written there.</param>
/// <param name="Field">A field with text of it.</param>
public sealed record SourceFile(string Name, int Field);
