using System.Collections.Immutable;

namespace LumenArgus.Proxy.Providers;

/// <summary>The hosts that requests are sent to.</summary>
public static class ProviderHosts
{
    /// <summary>The providers' own hosts, as far as they are the same for everybody, and those of the configuration.</summary>
    /// <param name="configured">The configuration's <c>proxy.upstream</c>.</param>
    /// <returns>The names in lower case, as <see cref="Uri"/> has them.</returns>
    public static ImmutableHashSet<string> Of(IReadOnlyDictionary<string, Uri> configured)
    {
        ArgumentNullException.ThrowIfNull(configured);
        return
        [
            .. BuiltInProviders.All.SelectMany(static provider => provider.Hosts),
            .. BuiltInProviders.All.Select(static provider => provider.DefaultUpstream).OfType<Uri>().Concat(BuiltInUpstreams.All.Values).Concat(configured.Values)
                .Select(static upstream => upstream.Host),
        ];
    }
}
