using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Secrets.Verdicts;

/// <summary>Checks a Stellar seed (SEP-23): base32 of a version byte, 32 bytes of key and a CRC-16 of both.</summary>
internal sealed class StellarSeedValidator : IRuleValidator
{
    public const string RuleName = "stellar_seed";

    private const string Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int BitsPerDigit = 5;
    private const int Bytes = 35;
    private const byte SeedVersion = 18 << 3;

    // CRC-16 as of XMODEM.
    private const ushort Polynomial = 0x1021;

    public string Name => RuleName;

    public bool IsValid(ReadOnlySpan<char> value) => true;

    public Verdict Judge(ReadOnlySpan<char> value)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        if (value.Length != Bytes * 8 / BitsPerDigit || !TryDecode(value, bytes) || bytes[0] != SeedVersion)
        {
            return Verdict.Invalid;
        }

        var checksum = bytes[Bytes - 2] | (bytes[Bytes - 1] << 8);
        var isRight = Crc16(bytes[..(Bytes - 2)]) == checksum;
        bytes.Clear();
        return isRight ? Verdict.LikelyLive : Verdict.Invalid;
    }

    private static bool TryDecode(ReadOnlySpan<char> text, Span<byte> bytes)
    {
        int bits = 0, count = 0, length = 0;
        foreach (var letter in text)
        {
            var digit = Digits.IndexOf(letter, StringComparison.Ordinal);
            if (digit < 0)
            {
                return false;
            }

            bits = ((bits << BitsPerDigit) | digit) & 0xFFFF;
            count += BitsPerDigit;
            if (count >= 8)
            {
                count -= 8;
                bytes[length++] = (byte)(bits >> count);
            }
        }

        return true;
    }

    private static int Crc16(ReadOnlySpan<byte> bytes)
    {
        ushort rest = 0;
        foreach (var value in bytes)
        {
            rest ^= (ushort)(value << 8);
            for (var bit = 0; bit < 8; bit++)
            {
                rest = (ushort)((rest & 0x8000) != 0 ? (rest << 1) ^ Polynomial : rest << 1);
            }
        }

        return rest;
    }
}
