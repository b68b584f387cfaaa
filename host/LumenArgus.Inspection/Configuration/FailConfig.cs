namespace LumenArgus.Inspection.Configuration;

/// <summary>Section <c>fail</c> of the fail table (<c>Failing/README.md</c>). Faults of plugins have their own key, <c>plugins.on_fault</c>.</summary>
public sealed record FailConfig
{
    /// <summary><c>scan</c>: the host's own scan fails or exceeds its budget.</summary>
    /// <value>Default open.</value>
    public FailMode Scan { get; init; } = FailMode.Open;

    /// <summary><c>decode</c>: the body's content encoding is unknown, broken or a decompression bomb.</summary>
    /// <value>Default open.</value>
    public FailMode Decode { get; init; } = FailMode.Open;

    /// <summary><c>oversize</c>: the body is larger than <c>proxy.max_body_size</c>.</summary>
    /// <value>Default open.</value>
    public FailMode Oversize { get; init; } = FailMode.Open;

    /// <summary><c>hook</c>: a hook that decides or edits fails or takes too long.</summary>
    /// <value>Default open.</value>
    public FailMode Hook { get; init; } = FailMode.Open;

    /// <summary><c>audit</c>: the audit line of a request with findings cannot be written.</summary>
    /// <value>Default open.</value>
    public FailMode Audit { get; init; } = FailMode.Open;

    /// <summary><c>store</c>: the database does not work while a request has findings.</summary>
    /// <value>Default open.</value>
    public FailMode Store { get; init; } = FailMode.Open;
}
