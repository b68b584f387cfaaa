using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Scanning.Fingerprints;

/// <summary>
/// The secret behind all fingerprints of a process: nobody outside can compute one, and none is worth anything in another process. For fingerprints of seams,
/// which are made of fingerprints only, a polynomial with secret coefficients takes the place of a hash.
/// </summary>
public sealed class FingerprintKey
{
    private static readonly byte[] NameEnd = [0, 0];

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

    /// <summary>The fingerprint of a value that was found.</summary>
    /// <param name="finding">The finding.</param>
    /// <returns>The same for the same value, found as the same thing.</returns>
    public UInt128 Of(Finding finding)
    {
        var hash = Rent();
        foreach (var name in (ReadOnlySpan<string>)[finding.Detector, finding.Type])
        {
            hash.AppendData(MemoryMarshal.AsBytes(name.AsSpan()));
            hash.AppendData(NameEnd);
        }

        hash.AppendData(MemoryMarshal.AsBytes(finding.Value.Reveal()));
        Span<byte> digest = stackalloc byte[HMACSHA256.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        Return(hash);
        return MemoryMarshal.Read<UInt128>(digest);
    }

    internal IncrementalHash Rent() => _hashes.TryTake(out var hash) ? hash : IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);

    internal void Return(IncrementalHash hash) => _hashes.Add(hash);

    private static UInt128 Draw() => MemoryMarshal.Read<UInt128>(RandomNumberGenerator.GetBytes(16));
}
