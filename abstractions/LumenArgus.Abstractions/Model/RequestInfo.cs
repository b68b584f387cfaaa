namespace LumenArgus.Abstractions.Model;

/// <summary>What identifies a request at its start.</summary>
/// <param name="RequestId">Counter that starts at 1 with each process.</param>
/// <param name="ExchangeId">UUIDv7, unique across processes.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path without its query string.</param>
public sealed record RequestInfo(long RequestId, Guid ExchangeId, string Method, string Path);
