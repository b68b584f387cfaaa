using System.Numerics;
using System.Security.Cryptography;

namespace LumenArgus.Plugins.Secrets.Verdicts;

/// <summary>Base58 with a checksum, as Bitcoin made it: the last four bytes are the start of the SHA-256 of the SHA-256 of what stands before them.</summary>
internal sealed class Base58(string digits)
{
    private const int ChecksumBytes = 4;
    private const int LongestText = 128;

    public static Base58 Bitcoin { get; } = new("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz");

    public static Base58 Ripple { get; } = new("rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz");

    public bool HasChecksum(ReadOnlySpan<char> text)
    {
        Span<byte> bytes = stackalloc byte[LongestText];
        if (text.Length > LongestText || !TryDecode(text, bytes, out var length) || length <= ChecksumBytes)
        {
            return false;
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..(length - ChecksumBytes)], hash);
        SHA256.HashData(hash, hash);
        var isRight = hash[..ChecksumBytes].SequenceEqual(bytes[(length - ChecksumBytes)..length]);
        CryptographicOperations.ZeroMemory(bytes);
        return isRight;
    }

    private bool TryDecode(ReadOnlySpan<char> text, Span<byte> bytes, out int length)
    {
        length = 0;
        var number = BigInteger.Zero;
        foreach (var letter in text)
        {
            var digit = digits.IndexOf(letter, StringComparison.Ordinal);
            if (digit < 0)
            {
                return false;
            }

            number = (number * digits.Length) + digit;
        }

        // Each leading zero byte is a leading zero digit.
        var zeros = text.Length - text.TrimStart(digits[0]).Length;
        bytes[..zeros].Clear();
        if (!number.TryWriteBytes(bytes[zeros..], out var written, isUnsigned: true, isBigEndian: true))
        {
            return false;
        }

        length = zeros + written;
        return true;
    }
}
