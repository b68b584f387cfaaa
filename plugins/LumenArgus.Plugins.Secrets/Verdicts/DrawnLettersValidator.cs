using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Secrets.Verdicts;

/// <summary>Small letters that were drawn, in blocks or together: words of the same length are what everything else behind the name of a password is.</summary>
internal sealed class DrawnLettersValidator : IRuleValidator
{
    public const string RuleName = "drawn_letters";

    // Measured: two in a hundred passwords of 16 drawn letters have less; one in a hundred drawn from words of four letters has as much.
    private const double FewestBits = 14;

    private const int Longest = 64;

    public string Name => RuleName;

    public bool IsValid(ReadOnlySpan<char> value)
    {
        Span<char> letters = stackalloc char[Longest];
        var count = 0;
        foreach (var letter in value)
        {
            if (letter == ' ')
            {
                continue;
            }

            if (count == Longest)
            {
                return false;
            }

            letters[count++] = letter;
        }

        return Rarity.MostBits(letters[..count]) >= FewestBits;
    }
}
