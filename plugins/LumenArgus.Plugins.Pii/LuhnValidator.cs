using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Pii;

/// <summary>
/// Payment card numbers: 13 to 19 digits, the check digit of ISO/IEC 7812-1 annex B, a first digit that payment networks use, and the grouping of a
/// printed card. Time stamps (first digit 1), fractions and lists of numbers fail.
/// </summary>
internal sealed class LuhnValidator : IRuleValidator
{
    public const string RuleName = "luhn";

    private const int Shortest = 13;
    private const int Longest = 19;
    private const int SecurityCode = 3;

    public string Name => RuleName;

    public bool IsValid(ReadOnlySpan<char> value)
    {
        Span<char> digits = stackalloc char[Longest];
        return TryReadDigits(value, digits, out var count)
            && (IsCardNumber(digits[..count]) || (HasSecurityCode(value, count) && IsCardNumber(digits[..(count - SecurityCode)])));
    }

    private static bool IsCardNumber(ReadOnlySpan<char> digits) => digits.Length >= Shortest && IsPaymentNetwork(digits) && HasCheckDigit(digits);

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

    // 3 American Express, Diners Club, JCB; 4 Visa; 5 and 6 Mastercard, Maestro, Discover, UnionPay; 2200-2204 Mir; 2221-2720 Mastercard.
    private static bool IsPaymentNetwork(ReadOnlySpan<char> digits) => digits[0] switch
    {
        '3' => digits[1] is '0' or '4' or '5' or '6' or '7' or '8' or '9',
        '4' or '5' => true,
        '6' => digits[1] is not '1',
        '2' => int.Parse(digits[..4], provider: null) is (>= 2200 and <= 2204) or (>= 2221 and <= 2720),
        _ => false,
    };

    private static bool HasCheckDigit(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            if (i % 2 == 1)
            {
                digit *= 2;
                if (digit > 9)
                {
                    digit -= 9;
                }
            }

            sum += digit;
        }

        return sum % 10 == 0;
    }
}
