using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Pii;

/// <summary>
/// E.164 numbers outside the North American plan: an assigned country code and at most 15 digits. A sum (<c>x+44...</c>), a date behind the plus of a
/// diff, and a short number without any grouping are none.
/// </summary>
internal sealed class InternationalPhoneValidator : IRuleValidator
{
    public const string RuleName = "phone_intl";

    private const int MostDigits = 15;
    private const int FewestGrouped = 8;
    private const int FewestTogether = 9;

    public string Name => RuleName;

    public bool IsValid(ReadOnlySpan<char> value)
    {
        if (value is not ['+', >= '2' and <= '9', ..] || IsDate(value))
        {
            return false;
        }

        var digits = CountDigits(value, out var isGrouped);
        return digits >= (isGrouped ? FewestGrouped : FewestTogether) && digits <= MostDigits && HasCountryCode(value[1..]);
    }

    // Groups beyond the longest number belong to the next thing in the text (a table, an extension), not to this one.
    private static int CountDigits(ReadOnlySpan<char> value, out bool isGrouped)
    {
        var digits = 0;
        var atLastGroup = 0;
        foreach (var letter in value[1..])
        {
            if (char.IsAsciiDigit(letter))
            {
                digits++;
            }
            else
            {
                atLastGroup = digits;
            }

            if (digits > MostDigits && atLastGroup >= FewestGrouped)
            {
                isGrouped = true;
                return atLastGroup;
            }
        }

        isGrouped = atLastGroup > 0;
        return digits;
    }

    private static bool IsDate(ReadOnlySpan<char> value) =>
        value is ['+', >= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9', '-', _, _, '-', _, _, ..];

    /// <summary>Country codes that the ITU has assigned (Operational Bulletin, list of Recommendation E.164), without zones 1 and unassigned ones.</summary>
    private static bool HasCountryCode(ReadOnlySpan<char> digits)
    {
        var two = digits.Length >= 2 && char.IsAsciiDigit(digits[1]) ? ((digits[0] - '0') * 10) + digits[1] - '0' : 0;
        var three = two > 0 && digits.Length >= 3 && char.IsAsciiDigit(digits[2]) ? (two * 10) + digits[2] - '0' : 0;
        return digits[0] == '7'
            || two is 20 or 27 or (>= 30 and <= 34) or 36 or 39 or 40 or 41 or (>= 43 and <= 49) or (>= 51 and <= 58) or (>= 60 and <= 66)
                or 81 or 82 or 84 or 86 or (>= 90 and <= 95) or 98
            || three is 211 or 212 or 213 or 216 or 218 or (>= 220 and <= 258) or (>= 260 and <= 269) or 290 or 291 or (>= 297 and <= 299)
                or (>= 350 and <= 359) or (>= 370 and <= 378) or (>= 380 and <= 383) or 385 or 386 or 387 or 389 or 420 or 421 or 423
                or (>= 500 and <= 509) or (>= 590 and <= 599) or 670 or (>= 672 and <= 692)
                or 800 or 808 or 850 or 852 or 853 or 855 or 856 or 870 or 878 or (>= 880 and <= 883) or 886 or 888
                or (>= 960 and <= 968) or (>= 970 and <= 977) or 979 or (>= 992 and <= 996) or 998;
    }
}
