namespace LumenArgus.Inspection.Configuration.Reading;

internal sealed record MappingEntry(ScalarNode Key, ConfigNode Value);
