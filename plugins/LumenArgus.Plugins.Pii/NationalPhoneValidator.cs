using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Pii;

/// <summary>
/// Numbers as people write them at home: with the trunk zero (most of Europe, Asia, Australia), with the 8 of Russia, or with the first digits that a country
/// without a trunk prefix gives to telephones. How many digits there are decides; dates and repeated digits are none.
/// </summary>
/// <param name="name">The name that the rule refers to.</param>
internal sealed class NationalPhoneValidator(string name) : IRuleValidator
{
    public const string Named = "phone_national";
    public const string Printed = "phone_national_printed";

    private const int MostDigits = 13;

    public string Name => name;

    public bool IsValid(ReadOnlySpan<char> value)
    {
        Span<char> digits = stackalloc char[MostDigits];
        var count = 0;
        foreach (var letter in value)
        {
            if (!char.IsAsciiDigit(letter))
            {
                continue;
            }

            if (count == MostDigits)
            {
                return false;
            }

            digits[count++] = letter;
        }

        return count > 0 && !IsDate(value) && HasThreeDigits(digits[..count]) && IsNational(digits[..count]);
    }

    private static bool IsNational(ReadOnlySpan<char> digits) => digits switch
    {
        // The international prefix in place of the plus.
        ['0', '0', ..] => digits.Length >= 11 && NumberingPlans.Allow(digits[2..]),
        ['0', not '0', ..] => digits.Length is >= 9 and <= 12,

        // Russia and Kazakhstan.
        ['8', '3' or '4' or '7' or '8' or '9', ..] when digits.Length == 11 => true,

        // China, mobile.
        ['1', >= '3' and <= '9', ..] when digits.Length == 11 => true,

        // Brazil: area, 9 and eight digits for mobiles.
        [>= '1', >= '1', '9', ..] when digits.Length == 11 => true,

        // Nine digits: Spain, Portugal, Poland, the Czech Republic. Ten: India, Mexico, Italy, North America.
        [>= '2', ..] => digits.Length is 9 or 10,
        _ => false,
    };

    private static bool IsDate(ReadOnlySpan<char> value) => value is ['1' or '2', '9' or '0', _, _, '-' or '/' or '.', _, _, '-' or '/' or '.', ..];

    private static bool HasThreeDigits(ReadOnlySpan<char> digits)
    {
        var seen = 0;
        foreach (var digit in digits)
        {
            seen |= 1 << (digit - '0');
        }

        return int.PopCount(seen) >= 3;
    }
}
