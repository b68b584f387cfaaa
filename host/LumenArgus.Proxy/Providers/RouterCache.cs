namespace LumenArgus.Proxy.Providers;

/// <summary>Keeps the router of the configuration in use, so that no exchange builds one.</summary>
internal sealed class RouterCache
{
    private volatile Entry? _entry;

    public ProviderRouter For(IReadOnlyDictionary<string, Uri> upstreams)
    {
        var entry = _entry;
        if (entry is null || !ReferenceEquals(entry.Upstreams, upstreams))
        {
            _entry = entry = new Entry(upstreams, new ProviderRouter(upstreams));
        }

        return entry.Router;
    }

    private sealed record Entry(IReadOnlyDictionary<string, Uri> Upstreams, ProviderRouter Router);
}
