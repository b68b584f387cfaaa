using System.Collections.Immutable;

namespace LumenArgus.Inspection.Configuration.Changes;

/// <summary>Says what a new configuration changes, what of it protects less and what needs a restart.</summary>
public static class ConfigDiff
{
    /// <summary>Compares two configurations by key. What only stands in another order is no change.</summary>
    /// <param name="from">The one in use.</param>
    /// <param name="to">The one that is wanted.</param>
    /// <returns>One change for each key that differs, in the order of the default file.</returns>
    public static ImmutableArray<ConfigChange> Between(LumenArgusConfig from, LumenArgusConfig to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        return
        [
            .. Fixed(Settings.Proxy, from, to),
            .. UpstreamDiff.Between(from, to),
            .. DetectorDiff.Between(from, to),
            .. RoleDiff.Between(from, to),
            .. AllowlistDiff.Between(from.Allowlists, to.Allowlists),
            .. CustomRuleDiff.Between(from, to),
            .. Fixed(Settings.Others, from, to),
            .. ChannelDiff.Between(from, to),
            .. PluginDiff.Between(from, to),
        ];
    }

    private static IEnumerable<ConfigChange> Fixed(ImmutableArray<Setting> settings, LumenArgusConfig from, LumenArgusConfig to) =>
        settings.Select(setting => setting.Compare(from, to)).OfType<ConfigChange>();
}
