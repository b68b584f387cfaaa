namespace LumenArgus.Inspection.Configuration.Changes;

/// <summary>
/// Changes of the sections <c>plugins.&lt;id&gt;</c>. A plugin reads its keys when it is loaded; whether it is loaded, and what the host does about its faults, changes at
/// once.
/// </summary>
internal static class PluginDiff
{
    public static IEnumerable<ConfigChange> Between(LumenArgusConfig from, LumenArgusConfig to)
    {
        foreach (var id in from.Plugins.ById.Keys.Union(to.Plugins.ById.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var (old, now) = (from.Plugin(id), to.Plugin(id));
            if (old.Enabled != now.Enabled)
            {
                yield return new ConfigChange($"plugins.{id}.enabled", SettingText.Of(old.Enabled), SettingText.Of(now.Enabled)) { IsWeaker = !now.Enabled };
            }

            if (old.OnFault != now.OnFault)
            {
                yield return new ConfigChange($"plugins.{id}.on_fault", SettingText.Of(old.OnFault), SettingText.Of(now.OnFault))
                {
                    IsWeaker = Strength.IsWeaker(old.OnFault ?? from.Plugins.OnFault, now.OnFault ?? to.Plugins.OnFault),
                };
            }

            if (GrantText(old) != GrantText(now))
            {
                yield return new ConfigChange($"plugins.{id}.grant", GrantText(old), GrantText(now)) { NeedsRestart = true };
            }

            if (old.Isolation != now.Isolation)
            {
                yield return new ConfigChange($"plugins.{id}.isolation", SettingText.Of(old.Isolation), SettingText.Of(now.Isolation)) { NeedsRestart = true };
            }

            if (old.ProcessMemoryMb != now.ProcessMemoryMb)
            {
                yield return new ConfigChange($"plugins.{id}.process_memory_mb", SettingText.Of(old.ProcessMemoryMb), SettingText.Of(now.ProcessMemoryMb)) { NeedsRestart = true };
            }

            if (old.ProcessCallMs != now.ProcessCallMs)
            {
                yield return new ConfigChange($"plugins.{id}.process_call_ms", SettingText.Of(old.ProcessCallMs), SettingText.Of(now.ProcessCallMs)) { NeedsRestart = true };
            }

            foreach (var hook in old.Hooks.ByHook.Keys.Union(now.Hooks.ByHook.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
            {
                var (before, after) = (ModeText(old, hook), ModeText(now, hook));
                if (before != after)
                {
                    yield return new ConfigChange($"plugins.{id}.hooks.{hook}.on_fault", before, after) { IsWeaker = before == "block" };
                }
            }

            foreach (var change in SettingMapDiff.Between($"plugins.{id}", old.Settings, now.Settings))
            {
                yield return change;
            }
        }
    }

    private static string ModeText(PluginConfig plugin, string hook) =>
        !plugin.Hooks.ByHook.TryGetValue(hook, out var mode) ? SettingText.None : mode == FailMode.Closed ? "block" : "allow";

    private static string GrantText(PluginConfig plugin) => plugin.Grant is { } grant ? $"[{string.Join(", ", grant)}]" : "(all)";
}
