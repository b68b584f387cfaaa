using System.Buffers;

namespace LumenArgus.Plugins.Secrets;

/// <summary>Tells a name made of words and numbers (<c>base64DecodeV2</c>) from random letters and digits.</summary>
internal static class CamelCase
{
    private const int ShortestWord = 3;
    private const int LongestConsonants = 3;

    // Three numbers between letters are no name, whatever the letters look like: without capitals, random ones often hold a syllable.
    private const int RandomNumbers = 3;

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouyAEIOUY");

    /// <summary>Whether at least half of the letters stand in words, or there are none.</summary>
    public static bool IsName(ReadOnlySpan<char> value)
    {
        int letters = 0, inWords = 0, numbers = 0;
        for (var i = 0; i < value.Length;)
        {
            var piece = NextPiece(value[i..]);
            i += piece.Length;
            if (char.IsAsciiDigit(piece[0]))
            {
                numbers++;
            }
            else if (char.IsAsciiLetter(piece[0]))
            {
                letters += piece.Length;
                inWords += IsWord(piece) ? piece.Length : 0;
            }
        }

        return inWords * 2 >= letters && numbers < RandomNumbers;
    }

    // A number, a run of capitals with the small letters behind it, or one other character.
    private static ReadOnlySpan<char> NextPiece(ReadOnlySpan<char> value)
    {
        var end = 0;
        while (end < value.Length && char.IsAsciiDigit(value[end]))
        {
            end++;
        }

        if (end > 0)
        {
            return value[..end];
        }

        while (end < value.Length && char.IsAsciiLetterUpper(value[end]))
        {
            end++;
        }

        while (end < value.Length && char.IsAsciiLetterLower(value[end]))
        {
            end++;
        }

        return value[..Math.Max(end, 1)];
    }

    // word, Word or WORD, spoken: with a vowel, and no long run of consonants.
    private static bool IsWord(ReadOnlySpan<char> piece)
    {
        var capitals = piece.IndexOfAnyInRange('a', 'z');
        if (piece.Length < ShortestWord || capitals > 1 || !piece.ContainsAny(Vowels))
        {
            return false;
        }

        var consonants = 0;
        foreach (var letter in piece)
        {
            consonants = Vowels.Contains(letter) ? 0 : consonants + 1;
            if (consonants > LongestConsonants)
            {
                return false;
            }
        }

        return true;
    }
}
