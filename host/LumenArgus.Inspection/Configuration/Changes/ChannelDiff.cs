namespace LumenArgus.Inspection.Configuration.Changes;

/// <summary>Changes of <c>notifications.channels</c>. Settings are not shown: they may hold credentials.</summary>
internal static class ChannelDiff
{
    public static IEnumerable<ConfigChange> Between(LumenArgusConfig from, LumenArgusConfig to)
    {
        var (old, now) = (ByName(from), ByName(to));
        foreach (var name in old.Keys.Union(now.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var (before, after) = (old.GetValueOrDefault(name), now.GetValueOrDefault(name));
            if (before == after)
            {
                continue;
            }

            var (textBefore, textAfter) = (Text(before), Text(after));
            yield return new ConfigChange($"notifications.channels.{name}", textBefore, textAfter + (textBefore == textAfter ? ", changed" : ""))
            {
                IsWeaker = before is { Enabled: true } && after is not { Enabled: true },
            };
        }
    }

    private static string Text(ConfiguredChannel? channel) => channel is null ? SettingText.None : channel.Enabled ? channel.Type : channel.Type + ", off";

    private static Dictionary<string, ConfiguredChannel> ByName(LumenArgusConfig config) =>
        config.Notifications.Channels.ToDictionary(static channel => channel.Name, StringComparer.Ordinal);
}
