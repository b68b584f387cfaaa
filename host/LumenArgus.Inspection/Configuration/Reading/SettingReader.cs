using System.Collections.Immutable;
using System.Globalization;

namespace LumenArgus.Inspection.Configuration.Reading;

/// <summary>Flattens the keys the host does not know into a <see cref="SettingMap"/>.</summary>
internal sealed class SettingReader(ReadContext context)
{
    // An alias that is used often multiplies its content; a file of a few lines must not fill the memory.
    private const int MaxSettings = 10_000;

    private readonly ImmutableSortedDictionary<string, string?>.Builder _settings = SettingMap.Empty.Values.ToBuilder();
    private readonly ImmutableDictionary<string, SettingPlace>.Builder _places = ImmutableDictionary.CreateBuilder<string, SettingPlace>(StringComparer.OrdinalIgnoreCase);
    private bool _isFull;

    public static SettingMap Read(SectionReader section, ReadContext context)
    {
        var reader = new SettingReader(context);
        foreach (var entry in section.Unread)
        {
            reader.AddEntry(entry, "", section.Path);
        }

        return new SettingMap(reader._settings.ToImmutable()) { Places = reader._places.ToImmutable() };
    }

    private void AddEntry(MappingEntry entry, string parentKey, string parentPath)
    {
        var name = entry.Key.Value;
        var path = parentPath + "." + name;
        if (name.Length == 0 || name.Contains(':', StringComparison.Ordinal))
        {
            context.Error(entry.Key, path, "must not be empty or contain a colon");
            return;
        }

        context.SetLine(path, entry.Key.Line);
        Add(entry.Value, parentKey.Length == 0 ? name : parentKey + ":" + name, path);
    }

    private void Add(ConfigNode node, string key, string path)
    {
        if (_isFull)
        {
            return;
        }

        switch (node)
        {
            case MappingNode mapping:
                foreach (var entry in mapping.Entries)
                {
                    AddEntry(entry, key, path);
                }

                break;
            case SequenceNode sequence:
                for (var i = 0; i < sequence.Items.Count; i++)
                {
                    Add(sequence.Items[i], key + ":" + i.ToString(CultureInfo.InvariantCulture), path);
                }

                break;
            case ScalarNode when _settings.Count >= MaxSettings:
                context.Error(node, path, $"is one of more than {MaxSettings} settings of its section");
                _isFull = true;
                break;
            case ScalarNode when _settings.ContainsKey(key):
                context.Error(node, path, "is given twice (upper and lower case do not differ)");
                break;
            case ScalarNode scalar:
                _settings[key] = scalar.IsNull ? null : scalar.Value;
                _places[key] = new SettingPlace(context.File, node.Line);
                break;
        }
    }
}
