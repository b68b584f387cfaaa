using System.Buffers;

namespace LumenArgus.Plugins.Secrets;

/// <summary>Tells a name that is joined from words and abbreviations: <c>ALLOW_USER_SRP_AUTH</c>, <c>X-Amz-User-Agent</c>, <c>AWS4-HMAC-SHA256</c>.</summary>
internal static class CompoundName
{
    private const int LongestWord = 16;
    private const int MostDigits = 4;
    private const int LongestUnit = 3;

    private static readonly SearchValues<char> ConstantCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");
    private static readonly SearchValues<char> VariableCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_");

    /// <summary>Whether a value is a name of one case with underscores and words in it: <c>VK_FORMAT_R8G8B8A8</c>, <c>GL_RGB10_A2UI</c>, <c>v4l2_pix_fmts</c>.</summary>
    public static bool IsIdentifier(ReadOnlySpan<char> value)
    {
        var isCapital = value.IndexOfAnyExcept(ConstantCharacters) < 0;
        if (!value.Contains('_') || (!isCapital && value.IndexOfAnyExcept(VariableCharacters) >= 0))
        {
            return false;
        }

        var words = 0;
        foreach (var range in value.Split('_'))
        {
            var part = value[range];
            if (part.Length > LongestWord)
            {
                return false;
            }

            words += part.Length > (isCapital ? 1 : 2) && part.IndexOfAnyInRange('0', '9') < 0 ? 1 : 0;
        }

        return words >= (isCapital ? 1 : 2);
    }

    /// <summary>Whether a value is two or more words of one case (or with a capital), each with a short number behind it or none, or a number with a short unit (<c>vp9-10bit-422p</c>).</summary>
    public static bool Is(ReadOnlySpan<char> value)
    {
        var words = 0;
        foreach (var range in value.SplitAny('_', '-', '.', '/', ':'))
        {
            if (!IsWord(value[range]))
            {
                return false;
            }

            words++;
        }

        return words > 1;
    }

    private static bool IsWord(ReadOnlySpan<char> word)
    {
        if (IsQuantity(word))
        {
            return true;
        }

        var letters = word.TrimEnd("0123456789");
        if (letters.Length > LongestWord || word.Length - letters.Length > MostDigits)
        {
            return false;
        }

        var behindFirst = letters.IsEmpty ? letters : letters[1..];
        return (letters.IndexOfAnyExceptInRange('A', 'Z') < 0 || behindFirst.IndexOfAnyExceptInRange('a', 'z') < 0) && (letters.IsEmpty || char.IsAsciiLetter(letters[0]));
    }

    private static bool IsQuantity(ReadOnlySpan<char> word)
    {
        var unit = word.TrimStart("0123456789");
        return !unit.IsEmpty && unit.Length <= LongestUnit && word.Length - unit.Length is > 0 and <= MostDigits && unit.IndexOfAnyExceptInRange('a', 'z') < 0;
    }
}
