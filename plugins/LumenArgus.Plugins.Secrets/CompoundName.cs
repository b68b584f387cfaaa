namespace LumenArgus.Plugins.Secrets;

/// <summary>Tells a name that is joined from words and abbreviations: <c>ALLOW_USER_SRP_AUTH</c>, <c>X-Amz-User-Agent</c>, <c>AWS4-HMAC-SHA256</c>.</summary>
internal static class CompoundName
{
    private const int LongestWord = 16;
    private const int MostDigits = 4;

    /// <summary>Whether a value is two or more words of one case (or with a capital), each with a short number behind it or none.</summary>
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
        var letters = word.TrimEnd("0123456789");
        if (letters.Length > LongestWord || word.Length - letters.Length > MostDigits)
        {
            return false;
        }

        var behindFirst = letters.IsEmpty ? letters : letters[1..];
        return (letters.IndexOfAnyExceptInRange('A', 'Z') < 0 || behindFirst.IndexOfAnyExceptInRange('a', 'z') < 0) && (letters.IsEmpty || char.IsAsciiLetter(letters[0]));
    }
}
