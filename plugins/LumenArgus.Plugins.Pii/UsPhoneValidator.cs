using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Pii;

/// <summary>
/// The North American numbering plan: area code and exchange start with 2 to 9, and an area code is never a service code such as 911. A longer chain of
/// digits is another kind of number.
/// </summary>
internal sealed class UsPhoneValidator : IRuleValidator
{
    public const string RuleName = "phone_us";

    private const int NationalDigits = 10;

    public string Name => RuleName;

    public bool IsValid(ReadOnlySpan<char> value)
    {
        Span<char> digits = stackalloc char[NationalDigits + 1];
        var count = 0;
        foreach (var letter in value)
        {
            if (!char.IsAsciiDigit(letter))
            {
                continue;
            }

            if (count == digits.Length)
            {
                return false;
            }

            digits[count++] = letter;
        }

        return count == NationalDigits ? IsNational(digits[..count]) : count > NationalDigits && digits[0] == '1' && IsNational(digits[1..count]);
    }

    public Verdict Judge(ReadOnlySpan<char> value) => FictionalPhones.Contains(value) ? Verdict.Example : Verdict.None;

    private static bool IsNational(ReadOnlySpan<char> digits) =>
        digits[0] >= '2' && digits[3] >= '2' && digits[1..3] is not "11";
}
