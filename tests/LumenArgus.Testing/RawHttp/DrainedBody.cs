namespace LumenArgus.Testing.RawHttp;

/// <summary>What is left of a body that was read to its end: its head, its length and its SHA-256 in hexadecimal digits.</summary>
public sealed record DrainedBody(RawHead Head, long Length, string Hash);
