namespace LumenArgus.Proxy.Control;

/// <summary>What the product says of itself.</summary>
/// <param name="Version">Semantic version.</param>
public sealed record ProductInfo(string Version);
