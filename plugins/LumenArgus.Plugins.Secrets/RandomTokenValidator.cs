using System.Buffers;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Secrets;

/// <summary>
/// Tells a random value from what else stands behind a name like <c>token</c> in code: references to variables, addresses, paths, names made of words,
/// checksums of lock files, and runs of encoded data that are too long for a secret.
/// </summary>
internal sealed class RandomTokenValidator : IRuleValidator
{
    private const int LongestToken = 128;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    public string Name => "random_token";

    public bool IsValid(ReadOnlySpan<char> value) => IsToken(value);

    public static bool IsToken(ReadOnlySpan<char> value) =>
        value.Length <= LongestToken && !IsReference(value) && !IsChecksum(value) && HasMixedSegment(value);

    private static bool IsReference(ReadOnlySpan<char> value) =>
        value.StartsWith("$") || value.StartsWith("<") || value.Contains("://", StringComparison.Ordinal)
        || value.Contains("${", StringComparison.Ordinal) || value.Contains("{{", StringComparison.Ordinal);

    // Subresource integrity (W3C SRI) and Docker digests: public by purpose, and in every lock file.
    private static bool IsChecksum(ReadOnlySpan<char> value) =>
        value.StartsWith("sha1-") || value.StartsWith("sha256-") || value.StartsWith("sha384-") || value.StartsWith("sha512-");

    /// <summary>
    /// A name or path is made of segments that are words, numbers, or a word with a short number behind it (<c>utf8</c>, <c>python3</c>), and in a path
    /// or UUID also hex digits (<c>commit/9e2d94...</c>). One segment that is none of these makes the value a token.
    /// </summary>
    private static bool HasMixedSegment(ReadOnlySpan<char> value)
    {
        foreach (var range in value.SplitAny('/', '_', '-', '.', '+', '=', ':'))
        {
            var segment = value[range];
            var letters = CountLeadingLetters(segment);
            var digits = segment[letters..];
            var isName = digits.IndexOfAnyExceptInRange('0', '9') < 0 && (letters == 0 || digits.Length <= 4);
            var isDigest = segment.Length < value.Length && segment.IndexOfAnyExcept(HexDigits) < 0;
            if (!isName && !isDigest)
            {
                return true;
            }
        }

        return false;
    }

    private static int CountLeadingLetters(ReadOnlySpan<char> segment)
    {
        var count = 0;
        while (count < segment.Length && char.IsAsciiLetter(segment[count]))
        {
            count++;
        }

        return count;
    }
}
