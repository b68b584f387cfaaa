using System.Collections.Immutable;

namespace LumenArgus.Proxy.Providers;

/// <summary>The hosts that requests are sent to.</summary>
public static class ProviderHosts
{
    /// <summary>The providers' own hosts and those of the configuration.</summary>
    /// <param name="configured">The configuration's <c>proxy.upstream</c>.</param>
    /// <returns>The names in lower case, as <see cref="Uri"/> has them.</returns>
    public static ImmutableHashSet<string> Of(IReadOnlyDictionary<string, Uri> configured) =>
        [.. new ProviderRouter(ImmutableDictionary<string, Uri>.Empty).Hosts, .. new ProviderRouter(configured).Hosts];
}
