using LumenArgus.Forwarding.Upstream;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Reloading;

namespace LumenArgus.Proxy.Hosting;

/// <summary>Takes timeouts, retries, TLS settings and the number of connections from a reloaded configuration. Connections are kept while none of their settings changed.</summary>
internal sealed class UpstreamReload(CurrentUpstream upstream, UpstreamSlots slots) : IReloadable
{
    public static UpstreamOptions OptionsOf(ProxyConfig config) => new()
    {
        IdleTimeout = config.Timeout,
        ConnectTimeout = config.ConnectTimeout,
        Retries = config.Retries,
        CaBundle = config.CaBundle,
        VerifySsl = config.VerifySsl,
    };

    public void Reload(LumenArgusConfig config)
    {
        slots.Resize(config.Proxy.MaxConnections);

        // A bundle is read again each time: its path stays the same when a certificate in it is replaced.
        var options = OptionsOf(config.Proxy);
        if (options != upstream.Options || options is { VerifySsl: true, CaBundle: not null })
        {
            upstream.Replace(options);
        }
    }
}
