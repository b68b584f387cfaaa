using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Secrets;

/// <summary>
/// Tells a random value from what else stands near a word like <c>token</c> in code: references to variables, addresses, paths, names made of words,
/// identifiers, checksums of lock files, and runs of encoded data that are too long for a secret.
/// </summary>
internal sealed class RandomTokenValidator : IRuleValidator
{
    public const string RuleName = "random_token";

    private const int LongestToken = 128;

    // The name is only near: more is asked for than behind it.
    private const double FewestBits = 30;

    public string Name => RuleName;

    public bool IsValid(ReadOnlySpan<char> value) =>
        value.Length is > 1 and <= LongestToken && !PublicShape.Holds(value) && BitsOfPieces(value) >= FewestBits;

    // A path, a URL without its scheme or a UUID has pieces, and one of them may be a digest (commit/9e2d94...): hex digits do not count.
    private static double BitsOfPieces(ReadOnlySpan<char> value)
    {
        var bits = 0.0;
        foreach (var range in value.SplitAny('/', '_', '-', '.', '+', '=', ':', '@'))
        {
            var piece = value[range];
            bits += Alphabet.IsHex(piece) ? 0 : Rarity.MostBits(piece);
        }

        return bits;
    }
}
