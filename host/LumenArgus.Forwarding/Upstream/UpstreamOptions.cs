namespace LumenArgus.Forwarding.Upstream;

/// <summary>What an <see cref="UpstreamClient"/> is built from. Immutable: a configuration reload builds a new client.</summary>
public sealed record UpstreamOptions
{
    /// <summary>Longest silence of the upstream, while it takes the request and while it gives the response.</summary>
    /// <value>1 to 300 s. Default 120 s. A total duration is never limited.</value>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>DNS, TCP and TLS together, for each attempt. The wait for a slot is not part of it.</summary>
    /// <value>1 to 120 s. Default 10 s.</value>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Further attempts after one of which the upstream cannot have had a byte of the request.</summary>
    /// <value>0 to 5. Default 1.</value>
    public int Retries { get; init; } = 1;

    /// <summary>How many exchanges may be with an upstream at the same time; more wait for a slot.</summary>
    /// <value>1 to 100. Default 50.</value>
    public int MaxConnections { get; init; } = 50;

    /// <summary>How long an unused connection stays in the pool.</summary>
    /// <value>Default twice <see cref="IdleTimeout"/>.</value>
    public TimeSpan? PooledIdle { get; init; }

    /// <summary>A PEM file or a directory of them, trusted in addition to the system's roots.</summary>
    /// <value>Default null: the system's roots only.</value>
    public string? CaBundle { get; init; }

    /// <summary>Whether the upstream's certificate is checked at all.</summary>
    /// <value>Default true. False is for development: anyone on the path can read and change the traffic.</value>
    public bool VerifySsl { get; init; } = true;
}
