namespace LumenArgus.Abstractions.Model;

/// <summary>A call of a plugin's own API. The dashboard has checked who calls and that a change is no forgery, and that only an admin changes anything.</summary>
public sealed record ApiRequest
{
    /// <summary><c>GET</c>, <c>POST</c>, <c>PUT</c> or <c>DELETE</c>.</summary>
    public required string Method { get; init; }

    /// <summary>The path below <c>/api/v1/plugins/&lt;id&gt;/</c>, decoded, without a slash in front.</summary>
    public required string Path { get; init; }

    /// <summary>The parameters of the query; of one that is given twice the first.</summary>
    public IReadOnlyDictionary<string, string> Query { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The body as it was sent, at most 2 MB; empty without one.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>What the caller may do.</summary>
    public DashboardRole Role { get; init; }

    /// <summary>Name of the caller; null where none is known.</summary>
    public string? User { get; init; }
}
