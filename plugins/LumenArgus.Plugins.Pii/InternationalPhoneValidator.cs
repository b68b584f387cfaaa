using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Pii;

/// <summary>
/// E.164 numbers outside the North American plan: an assigned country code and a length that the country's plan allows. A sum (<c>x+44...</c>), a date
/// behind the plus of a diff, and a short number without any grouping are none.
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

        // Groups beyond the longest number belong to the next thing in the text (a table, an extension), not to this one.
        Span<char> digits = stackalloc char[MostDigits];
        var count = 0;
        var hasGroups = false;
        for (var i = 1; i < value.Length; i++)
        {
            if (char.IsAsciiDigit(value[i]))
            {
                // The trunk zero in brackets is not dialled behind the country code.
                if (value[i] == '0' && value[i - 1] == '(')
                {
                    continue;
                }

                if (count == MostDigits)
                {
                    return false;
                }

                digits[count++] = value[i];
                continue;
            }

            hasGroups = true;
            if (char.IsAsciiDigit(value[i - 1]) && count >= FewestGrouped && NumberingPlans.Allow(digits[..count]))
            {
                return true;
            }
        }

        return count >= (hasGroups ? FewestGrouped : FewestTogether) && NumberingPlans.Allow(digits[..count]);
    }

    public Verdict Judge(ReadOnlySpan<char> value) => FictionalPhones.Contains(value) ? Verdict.Example : Verdict.None;

    private static bool IsDate(ReadOnlySpan<char> value) =>
        value is ['+', >= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9', '-', _, _, '-', _, _, ..];
}
