namespace LumenArgus.Abstractions.Model;

/// <summary>The proxy at a moment.</summary>
/// <param name="Version">Version of the product.</param>
/// <param name="Bind">The address it listens on, as configured.</param>
/// <param name="Port">The port it listens on.</param>
/// <param name="Requests">Requests since the start.</param>
/// <param name="OpenRequests">Exchanges that have not ended.</param>
/// <param name="IsPassthrough">Whether it forwards without a look.</param>
/// <param name="PassthroughUntil">When it looks again; null if that is not known.</param>
public sealed record ProxyState(string Version, string Bind, int Port, long Requests, long OpenRequests, bool IsPassthrough, DateTimeOffset? PassthroughUntil);
