namespace LumenArgus.Inspection.Configuration.Reading;

internal sealed record SequenceNode(IReadOnlyList<ConfigNode> Items, int Line, int Column) : ConfigNode(Line, Column);
