namespace LumenArgus.Inspection.Configuration.Changes;

/// <summary>Changes of <c>detectors</c>. A detector's further keys belong to its plugin, which reads them when it starts.</summary>
internal static class DetectorDiff
{
    private const string Default = "(default)";

    public static IEnumerable<ConfigChange> Between(LumenArgusConfig from, LumenArgusConfig to)
    {
        foreach (var name in from.Detectors.Keys.Union(to.Detectors.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var (old, now) = (from.Detector(name), to.Detector(name));
            if (old.Enabled != now.Enabled)
            {
                yield return new ConfigChange($"detectors.{name}.enabled", SettingText.Of(old.Enabled), SettingText.Of(now.Enabled)) { IsWeaker = !now.Enabled };
            }

            if (old.Action != now.Action)
            {
                yield return new ConfigChange($"detectors.{name}.action", ActionText(old), ActionText(now))
                {
                    IsWeaker = Strength.IsWeaker(old.Action, from, now.Action, to),
                };
            }

            foreach (var change in SettingMapDiff.Between($"detectors.{name}", old.Settings, now.Settings))
            {
                yield return change;
            }
        }
    }

    private static string ActionText(DetectorConfig detector) => detector.Action is { } action ? SettingText.Of(action) : Default;
}
