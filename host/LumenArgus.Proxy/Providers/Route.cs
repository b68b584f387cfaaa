namespace LumenArgus.Proxy.Providers;

/// <summary>Where an exchange goes.</summary>
/// <param name="Provider">The wire format; for an upstream of another vendor the one its path looks like.</param>
/// <param name="ProviderName">Name in records and metrics.</param>
/// <param name="Upstream">Scheme, host, port and optional path prefix.</param>
/// <param name="Target">The raw request target to send behind the prefix.</param>
internal sealed record Route(IProvider Provider, string ProviderName, Uri Upstream, string Target);
