using System.Buffers;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Secrets;

/// <summary>
/// Accepts a drawn password with marks in it that end a value in most languages, or begin an expression (<c>az5L-|I;J_Cd#Qlz46et</c>): what generators put in. All up to a quote or a
/// blank is looked at, so the marks are part of it; that it is no code is told by its letters and digits alone.
/// </summary>
internal sealed class MarkedSecretValidator : IRuleValidator
{
    public const string RuleName = "marked_secret";

    /// <summary>Characters of the shortest and the longest such password.</summary>
    public const int Shortest = 12;

    public const int Longest = 128;

    private const int FewestLettersAndDigits = 7;

    // Of Rarity: half of all names have under 3, nine in ten under 8.
    private const double FewestBits = 9;

    // Without one of these the other rules decide.
    private static readonly SearchValues<char> Marks = SearchValues.Create(",;()<>[]{}&|=!?:>-");

    // What templates, tags, addresses and expressions have.
    private static readonly SearchValues<string> Code = SearchValues.Create(
        ["</", "/>", "://", "${", "{{", "}}", "#{", "%{", "%(", "$(", "a-z", "A-Z", "0-9", "()", "[]", "](", "=>", "::", "&&", "||", "$.", "?."], StringComparison.Ordinal);

    public string Name => RuleName;

    public bool IsValid(ReadOnlySpan<char> value) =>
        value.Length is >= Shortest and < Longest // longer ones are cut there
        && value.ContainsAny(Marks) && !value.ContainsAny(Code) && !IsPlace(value) && !EndsLikeCode(value) && !PublicShape.Holds(value)
        && value.ContainsAnyInRange('a', 'z') && value.ContainsAnyInRange('A', 'Z') && value.ContainsAnyInRange('0', '9')
        && IsDrawn(value);

    // <your-password>, {name}, [value]
    private static bool IsPlace(ReadOnlySpan<char> value) => (value[0], value[^1]) is ('<', '>') or ('{', '}') or ('[', ']') or ('(', ')');

    private static bool EndsLikeCode(ReadOnlySpan<char> value) => value[^1] is ',' or ';' or ':' or '{' or '(' || value.EndsWith("))") || value.EndsWith(");");

    private static bool IsDrawn(ReadOnlySpan<char> value)
    {
        Span<char> plain = stackalloc char[Longest];
        var count = 0;
        foreach (var character in value)
        {
            if (char.IsAsciiLetterOrDigit(character))
            {
                plain[count++] = character;
            }
        }

        return count >= FewestLettersAndDigits && Rarity.MostBits(plain[..count]) >= FewestBits;
    }
}
