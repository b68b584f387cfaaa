using System.IO.Hashing;
using System.Text;

namespace LumenArgus.Plugins.Secrets.Verdicts;

/// <summary>CRC-32 written in the digits of a base, as issuers put it behind their tokens.</summary>
internal static class TokenChecksum
{
    private const string Base62Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int LongestText = 512;

    /// <summary>Whether the digits are the checksum of the text.</summary>
    /// <param name="text">What the checksum is of; ASCII, at most 512 characters.</param>
    /// <param name="digits">The checksum, most significant digit first.</param>
    /// <param name="numberBase">36 (digits and lower-case letters) or 62.</param>
    /// <returns>False also for what is no number of that base.</returns>
    public static bool Matches(ReadOnlySpan<char> text, ReadOnlySpan<char> digits, int numberBase)
    {
        if (text.Length > LongestText)
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[text.Length];
        Encoding.ASCII.GetBytes(text, bytes);
        return Parse(digits, numberBase) == Crc32.HashToUInt32(bytes);
    }

    // At most 7 digits: 36^7 and 62^7 are far below the end of the range.
    private static long Parse(ReadOnlySpan<char> digits, int numberBase)
    {
        var number = 0L;
        foreach (var digit in digits)
        {
            var value = numberBase == Base62Digits.Length ? Base62Digits.IndexOf(digit, StringComparison.Ordinal) : Base36(digit);
            if (value < 0)
            {
                return -1;
            }

            number = (number * numberBase) + value;
        }

        return number;
    }

    private static int Base36(char digit) => char.IsAsciiDigit(digit) ? digit - '0' : char.IsAsciiLetterLower(digit) ? digit - 'a' + 10 : -1;
}
