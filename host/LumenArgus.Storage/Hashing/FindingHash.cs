using System.Buffers;
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
    private const string Mark = "finding";
    private const int ContentHashBytes = 8;
    private const int MaxParts = 7;
    private const int StackBytes = 1024;

    /// <summary>Hashes a finding.</summary>
    /// <param name="key">The key.</param>
    /// <param name="finding">The finding. What the host reports about itself has no value: there the place and the words count.</param>
    /// <param name="tenant">Hash of the caller's API key, or null.</param>
    /// <returns>16 hexadecimal digits.</returns>
    public static string Of(HashKey key, Finding finding, string? tenant)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(finding);
        var isOfHost = finding.Origin == FindingOrigin.Framework;
        var most = (MaxParts * sizeof(int)) + Encoding.UTF8.GetMaxByteCount(
            Mark.Length + finding.Detector.Length + finding.Type.Length + (tenant?.Length ?? 0) + finding.Value.Length + (isOfHost ? finding.Location.Length + (finding.Detail?.Length ?? 0) : 0));
        var rented = most > StackBytes ? ArrayPool<byte>.Shared.Rent(most) : null;
        var bytes = rented ?? stackalloc byte[StackBytes];
        var used = Append(bytes, 0, Mark);
        used = Append(bytes, used, finding.Detector);
        used = Append(bytes, used, finding.Type);
        used = Append(bytes, used, tenant);
        used = Append(bytes, used, finding.Value.Reveal());
        if (isOfHost)
        {
            used = Append(bytes, used, finding.Location);
            used = Append(bytes, used, finding.Detail);
        }

        Span<byte> digest = stackalloc byte[HMACSHA256.HashSizeInBytes];
        key.Hash(bytes[..used], digest);

        // The value is among them: no copy stays behind.
        CryptographicOperations.ZeroMemory(bytes[..used]);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return Convert.ToHexStringLower(digest[..ContentHashBytes]);
    }

    /// <summary>Each part with its length before it: no two lists of parts give the same bytes.</summary>
    private static int Append(Span<byte> bytes, int used, ReadOnlySpan<char> part)
    {
        BinaryPrimitives.WriteInt32LittleEndian(bytes[used..], part.Length);
        used += sizeof(int);
        return used + Encoding.UTF8.GetBytes(part, bytes[used..]);
    }
}
