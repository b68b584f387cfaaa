using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Secrets;

/// <summary>
/// Tells a random value from what else stands where a token is expected: references to variables, addresses, paths, names made of words, identifiers,
/// checksums of lock files, and runs of encoded data that are too long for a secret.
/// </summary>
internal sealed class RandomTokenValidator : IRuleValidator
{
    public const string RuleName = "random_token";

    private const int LongestToken = 128;

    // Bits of Rarity; drawn values have 2.6 for each character on average.
    private const double FewestBits = 11.5;
    private const double BitsPerCharacter = 0.8;

    public string Name => RuleName;

    public bool IsValid(ReadOnlySpan<char> value) => IsToken(value);

    public static bool IsToken(ReadOnlySpan<char> value) => IsToken(value, Math.Max(FewestBits, BitsPerCharacter * value.Length));

    /// <summary>Whether a value is a token whose least readable part has at least so many bits of <see cref="Rarity"/>.</summary>
    public static bool IsToken(ReadOnlySpan<char> value, double bits) =>
        value.Length is > 1 and <= LongestToken && !PublicShape.Holds(value) && Rarity.MostBits(value) >= bits && BitsOfPieces(value) >= bits;

    // A path, a URL without its scheme or a UUID has pieces, and one of them may be a digest (commit/9e2d94...): hex digits do not count there.
    private static double BitsOfPieces(ReadOnlySpan<char> value)
    {
        var bits = 0.0;
        foreach (var range in value.SplitAny('/', '_', '-', '.', '+', '=', ':', '@'))
        {
            var piece = value[range];
            bits += piece.Length < value.Length && Alphabet.IsHex(piece) ? 0 : Rarity.MostBits(piece);
        }

        return bits;
    }
}
