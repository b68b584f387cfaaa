using LumenArgus.Abstractions.Plugin;
using LumenArgus.Plugins.Pii.Numbers;

namespace LumenArgus.Plugins.Pii;

/// <summary>A date on which somebody who lives can be born, in any order of day, month and year; with the month in letters only the year is checked.</summary>
internal sealed class BirthDateValidator : IRuleValidator
{
    public const string RuleName = "date_of_birth";

    private const int FirstYear = 1900;
    private const int LastYear = 2035;

    public string Name => RuleName;

    public bool IsValid(ReadOnlySpan<char> value)
    {
        Span<int> numbers = stackalloc int[3];
        var count = 0;
        var hasLetters = false;
        var isInside = false;
        foreach (var letter in value)
        {
            var isDigit = char.IsAsciiDigit(letter);
            hasLetters |= char.IsAsciiLetter(letter);
            if (isDigit && !isInside && count++ == numbers.Length)
            {
                return false;
            }

            if (isDigit)
            {
                numbers[count - 1] = (numbers[count - 1] * 10) + letter - '0';
            }

            isInside = isDigit;
        }

        return hasLetters ? count == 2 && IsYear(numbers[1]) && numbers[0] is >= 1 and <= 31 : count == 3 && IsDate(numbers);
    }

    private static bool IsDate(ReadOnlySpan<int> numbers)
    {
        // Behind the year comes the month; before it both orders are in use.
        var (year, first, second) = numbers[0] > 31 ? (numbers[0], numbers[1], numbers[2]) : (numbers[2], numbers[1], numbers[0]);
        return IsYear(year) && (CivilDate.Exists(year, first, second) || (year == numbers[2] && CivilDate.Exists(year, second, first)));
    }

    private static bool IsYear(int year) => year is >= FirstYear and <= LastYear;
}
