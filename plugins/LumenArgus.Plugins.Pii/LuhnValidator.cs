using System.Globalization;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.Plugins.Pii.Numbers;

namespace LumenArgus.Plugins.Pii;

/// <summary>
/// Payment card numbers: first digits and length of a payment network, the check digit of ISO/IEC 7812-1 annex B, and the grouping of a
/// printed card. Time stamps (first digit 1), fractions and lists of numbers fail.
/// </summary>
internal sealed class LuhnValidator : IRuleValidator
{
    public const string RuleName = "luhn";

    private const int Shortest = 13;
    private const int Longest = 19;
    private const int SecurityCode = 3;
    private const int NearGroups = 500;

    public string Name => RuleName;

    public bool IsValid(ReadOnlySpan<char> value)
    {
        Span<char> digits = stackalloc char[Longest];
        return TryReadDigits(value, digits, out var count) && !IsPlainInteger(value, count) && !IsRow(value, digits[..count])
            && (IsCardNumber(digits[..count]) || (HasSecurityCode(value, count) && IsCardNumber(digits[..(count - SecurityCode)])));
    }

    public Verdict Judge(ReadOnlySpan<char> value)
    {
        Span<char> digits = stackalloc char[Longest];
        if (!TryReadDigits(value, digits, out var count) || count < Shortest)
        {
            return Verdict.None;
        }

        // What the card is without the security code behind it.
        var number = IsCardNumber(digits[..count]) ? digits[..count] : digits[..(count - SecurityCode)];
        return TestCards.Contains(number) ? Verdict.Test : Verdict.LikelyLive;
    }

    private static bool IsCardNumber(ReadOnlySpan<char> digits) => digits.Length >= Shortest && CardBrand.Knows(digits) && CheckDigits.IsLuhn(digits);

    // Integers of 64 bits have 19 digits, and article numbers 13: without groups only UnionPay's long numbers are in use, and no card of 13 digits is any more.
    private static bool IsPlainInteger(ReadOnlySpan<char> value, int digits) =>
        value.Length == digits && (digits == Longest ? !value.StartsWith("62") : digits == Shortest && !TestCards.Contains(value));

    // Four numbers of four digits beside each other that are the same or near: cells of a table (corners of a mesh, line numbers). Drawn groups are so once in a thousand times.
    private static bool IsRow(ReadOnlySpan<char> value, ReadOnlySpan<char> digits)
    {
        if (digits.Length != 16 || value.Length != 19 || value[4] != ' ' || TestCards.Contains(digits))
        {
            return false;
        }

        Span<int> groups = stackalloc int[4];
        var (lowest, highest, hasEqual) = (int.MaxValue, 0, false);
        for (var i = 0; i < groups.Length; i++)
        {
            var group = int.Parse(digits.Slice(i * 4, 4), CultureInfo.InvariantCulture);
            hasEqual |= groups[..i].Contains(group);
            groups[i] = group;
            (lowest, highest) = (Math.Min(lowest, group), Math.Max(highest, group));
        }

        return hasEqual || highest - lowest < NearGroups;
    }

    // "4111 1111 1111 1111 123": a group of three behind a number of 16 digits.
    private static bool HasSecurityCode(ReadOnlySpan<char> value, int digits) =>
        digits == Longest && value[^(SecurityCode + 1)] is ' ' or '-';

    // Groups of a printed card have 4 to 7 digits (4-4-4-4, 4-6-5, 4-6-4), the last one of a long number may have fewer.
    private static bool TryReadDigits(ReadOnlySpan<char> value, Span<char> digits, out int count)
    {
        count = 0;
        var separator = '\0';
        var group = 0;
        foreach (var letter in value)
        {
            if (char.IsAsciiDigit(letter))
            {
                if (count == digits.Length)
                {
                    return false;
                }

                digits[count++] = letter;
                group++;
                continue;
            }

            if (letter is not (' ' or '-') || (separator != '\0' && letter != separator) || group is < 4 or > 7)
            {
                return false;
            }

            separator = letter;
            group = 0;
        }

        return separator == '\0' || group <= 7;
    }
}
