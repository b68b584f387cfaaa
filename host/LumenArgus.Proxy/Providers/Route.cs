namespace LumenArgus.Proxy.Providers;

/// <summary>Where an exchange goes.</summary>
/// <param name="Provider">The wire format.</param>
/// <param name="ProviderName">Name in records and metrics.</param>
/// <param name="Upstream">Scheme, host, port and optional path prefix.</param>
/// <param name="Target">The raw request target to send behind the prefix.</param>
internal sealed record Route(RoutedProvider Provider, string ProviderName, Uri Upstream, string Target)
{
    /// <summary>The model where the path names it; null where the body does.</summary>
    public string? Model { get; init; }

    /// <summary>Whether only public addresses may be connected to: the caller has named the host.</summary>
    public bool PublicOnly { get; init; }

    /// <summary>Whether a signature covers the body.</summary>
    public bool IsBodySigned { get; init; }
}
