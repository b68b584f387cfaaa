using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace LumenArgus.Scanning.Fingerprints;

/// <summary>
/// The secret behind all fingerprints of a process: nobody outside can compute one, and none is worth anything in another process. For fingerprints of seams,
/// which are made of fingerprints only, a polynomial with secret coefficients takes the place of a hash.
/// </summary>
public sealed class FingerprintKey
{
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(HMACSHA256.HashSizeInBytes);
    private readonly ConcurrentBag<IncrementalHash> _hashes = [];

    /// <summary>Multiplies what comes before. Odd, so that no part of it is lost.</summary>
    internal UInt128 SeamFactor { get; } = Draw() | 1;

    /// <summary>Stands for the place before the first string of an array.</summary>
    internal UInt128 ArrayStart { get; } = Draw();

    /// <summary>Stands for the place before the first text of the body.</summary>
    internal UInt128 TextStart { get; } = Draw();

    /// <summary>Stands before a unit whose last text is joined with what follows.</summary>
    internal UInt128 UnitStart { get; } = Draw();

    /// <summary>Stands for the place behind the last text.</summary>
    internal UInt128 SeamEnd { get; } = Draw();

    internal IncrementalHash Rent() => _hashes.TryTake(out var hash) ? hash : IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);

    internal void Return(IncrementalHash hash) => _hashes.Add(hash);

    private static UInt128 Draw() => MemoryMarshal.Read<UInt128>(RandomNumberGenerator.GetBytes(16));
}
