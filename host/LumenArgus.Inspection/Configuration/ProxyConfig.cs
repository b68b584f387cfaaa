using System.Collections.Immutable;
using System.Net;

namespace LumenArgus.Inspection.Configuration;

/// <summary>Section <c>proxy</c>.</summary>
public sealed record ProxyConfig
{
    /// <summary><c>port</c>.</summary>
    /// <value>1..65535, default 8080.</value>
    public int Port { get; init; } = 8080;

    /// <summary><c>bind</c>.</summary>
    /// <value>An IP address or <c>localhost</c>, default 127.0.0.1.</value>
    public string Bind { get; init; } = "127.0.0.1";

    /// <summary><c>timeout</c>: longest silence of the provider between two bytes.</summary>
    /// <value>1..300 s, default 120 s.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary><c>connect_timeout</c>: TCP and TLS handshake.</summary>
    /// <value>1..120 s, default 10 s.</value>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary><c>retries</c>: further attempts while no byte of the request was sent.</summary>
    /// <value>0..5, default 1.</value>
    public int Retries { get; init; } = 1;

    /// <summary><c>max_body_size</c>: so much of a body is captured and scanned; what is beyond streams through or blocks, by <c>fail.oversize</c>.</summary>
    /// <value>Bytes, at least 1, default 50 MB.</value>
    public long MaxBodySize { get; init; } = 52_428_800;

    /// <summary><c>body_memory</c>: memory for all captured bodies together; when it is used up, more requests wait.</summary>
    /// <value>Bytes, at least 1 MB, default 512 MB.</value>
    public long BodyMemory { get; init; } = 512L * 1024 * 1024;

    /// <summary><c>max_connections</c>: exchanges with providers at the same time; more wait.</summary>
    /// <value>1..100, default 50.</value>
    public int MaxConnections { get; init; } = 50;

    /// <summary><c>drain_timeout</c>: how long open exchanges may finish at the end.</summary>
    /// <value>0..300 s, default 30 s; 0 does not wait.</value>
    public TimeSpan DrainTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary><c>ca_bundle</c>: a PEM file, or a folder of them, trusted beside the system's certificates.</summary>
    /// <value>An absolute path that exists, or null (default).</value>
    public string? CaBundle { get; init; }

    /// <summary><c>verify_ssl</c>: false accepts any certificate. For development only.</summary>
    /// <value>Default true.</value>
    public bool VerifySsl { get; init; } = true;

    /// <summary><c>standalone</c>: reported by the status, for tools that embed the proxy.</summary>
    /// <value>Default true.</value>
    public bool Standalone { get; init; } = true;

    /// <summary><c>trusted_proxies</c>: proxies before this one. What they say of the caller's address (X-Forwarded-For, Forwarded) is believed; else the connection counts.</summary>
    /// <value>Networks, default none.</value>
    public ImmutableArray<IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary>
    /// <c>forward_hosts</c>: hosts that <c>/_forward</c> may lead to beside the providers' own and those of <c>upstream</c>, also in private networks and without TLS.
    /// </summary>
    /// <value>Host names in lower case, also <c>*.example.com</c> for all below it, with or without a port; default none.</value>
    public ImmutableArray<string> ForwardHosts { get; init; } = [];

    /// <summary><c>upstream</c>: base URL by provider, replacing the built-in one; a path prefix is kept.</summary>
    /// <value>Absolute http or https URLs without user, query and fragment.</value>
    public ImmutableDictionary<string, Uri> Upstreams { get; init; } = ImmutableDictionary<string, Uri>.Empty;
}
