namespace LumenArgus.Inspection.Configuration.Changes;

/// <summary>Changes of <c>proxy.upstream</c>.</summary>
internal static class UpstreamDiff
{
    public static IEnumerable<ConfigChange> Between(LumenArgusConfig from, LumenArgusConfig to)
    {
        foreach (var name in from.Proxy.Upstreams.Keys.Union(to.Proxy.Upstreams.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var (old, now) = (from.Proxy.Upstreams.GetValueOrDefault(name), to.Proxy.Upstreams.GetValueOrDefault(name));
            if (old != now)
            {
                yield return new ConfigChange($"proxy.upstream.{name}", SettingText.Of(old), SettingText.Of(now)) { IsWeaker = IsOpenToRead(now) && !IsOpenToRead(old) };
            }
        }
    }

    // Without TLS, and not on this machine.
    private static bool IsOpenToRead(Uri? upstream) => upstream is { Scheme: "http", IsLoopback: false };
}
