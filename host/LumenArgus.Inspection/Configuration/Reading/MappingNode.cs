namespace LumenArgus.Inspection.Configuration.Reading;

/// <summary>Keys are unique; a repeated one was reported and left out.</summary>
internal sealed record MappingNode(IReadOnlyList<MappingEntry> Entries, int Line, int Column) : ConfigNode(Line, Column);
