using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Storage.Hashing;

/// <summary>
/// What makes two findings the same: detector, type, value and tenant. The original stored 64 bits of a SHA-256, from which a card number
/// can be found by trying; this one has a key. The tenant is in it because a session identifier is chosen by the caller: two callers who name
/// the same session must not share a row.
/// </summary>
public static class FindingHash
{
    private const int ContentHashBytes = 8;

    /// <summary>Hashes a finding.</summary>
    /// <param name="key">The key.</param>
    /// <param name="finding">The finding. What the host reports about itself has no value: there the place and the words count.</param>
    /// <param name="tenant">Hash of the caller's API key, or null.</param>
    /// <returns>16 hexadecimal digits.</returns>
    public static string Of(HashKey key, Finding finding, string? tenant)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(finding);
        using var hash = key.Start();
        Append(hash, "finding");
        Append(hash, finding.Detector);
        Append(hash, finding.Type);
        Append(hash, tenant);
        Append(hash, finding.Value.Reveal());
        if (finding.Origin == FindingOrigin.Framework)
        {
            Append(hash, finding.Location);
            Append(hash, finding.Detail);
        }

        Span<byte> digest = stackalloc byte[HMACSHA256.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        return Convert.ToHexStringLower(digest[..ContentHashBytes]);
    }

    /// <summary>Each part with its length before it: no two lists of parts give the same bytes.</summary>
    private static void Append(IncrementalHash hash, ReadOnlySpan<char> part)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, part.Length);
        hash.AppendData(length);
        Span<byte> bytes = stackalloc byte[512];
        while (!part.IsEmpty)
        {
            var taken = Math.Min(part.Length, bytes.Length / 3);

            // A pair that is cut would give the bytes of any other pair that is.
            taken -= taken < part.Length && char.IsHighSurrogate(part[taken - 1]) ? 1 : 0;
            var used = bytes[..Encoding.UTF8.GetBytes(part[..taken], bytes)];
            hash.AppendData(used);
            CryptographicOperations.ZeroMemory(used);
            part = part[taken..];
        }
    }
}
