namespace LumenArgus.Inspection.Configuration.Changes;

/// <summary>Changes of keys that the host hands on to a plugin. The values are not shown: one can be a credential.</summary>
internal static class SettingMapDiff
{
    public static IEnumerable<ConfigChange> Between(string section, SettingMap from, SettingMap to) =>
        from.Values.Keys.Union(to.Values.Keys, StringComparer.OrdinalIgnoreCase)
            .Where(key => from.Values.ContainsKey(key) != to.Values.ContainsKey(key) || from.Values[key] != to.Values[key])
            .Order(StringComparer.Ordinal)
            .Select(key => new ConfigChange($"{section}.{key.Replace(':', '.')}", From: null, To: null) { NeedsRestart = true });
}
