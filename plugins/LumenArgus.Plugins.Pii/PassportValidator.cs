using LumenArgus.Abstractions.Plugin;
using LumenArgus.Plugins.Pii.Numbers;

namespace LumenArgus.Plugins.Pii;

/// <summary>
/// Passport numbers have no check digit outside the machine-readable zone. A word without digits is none, nor one digit over and over; a letter and eight
/// digits are the rule <c>passport_us</c>'s.
/// </summary>
internal sealed class PassportValidator : IRuleValidator
{
    public const string RuleName = "passport_number";

    private const int FewestDigits = 3;

    public string Name => RuleName;

    public bool IsValid(ReadOnlySpan<char> value)
    {
        var digits = 0;
        foreach (var letter in value)
        {
            digits += char.IsAsciiDigit(letter) ? 1 : 0;
        }

        return digits >= FewestDigits && !CheckDigits.IsOneDigit(value) && !(value.Length == 9 && digits == 8 && char.IsAsciiLetterUpper(value[0]));
    }
}
