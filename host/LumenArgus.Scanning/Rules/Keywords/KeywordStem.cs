namespace LumenArgus.Scanning.Rules.Keywords;

/// <summary>
/// The part of a keyword that is searched: its beginning up to the four characters that are the rarest in program text. Half of the words of English end like
/// another keyword (<c>tion</c>), and each such end is looked at; what follows the stem is tested at the place itself.
/// </summary>
internal static class KeywordStem
{
    // Shorter ones are the beginning of too many words.
    private const int Shortest = 7;

    // What is nearly as rare is not worth a shorter keyword.
    private const double Gain = 0.25;

    public static string Of(string keyword)
    {
        var (best, length) = (Gain * FrequencyOfEnd(keyword, keyword.Length), keyword.Length);
        for (var end = Shortest; end < keyword.Length; end++)
        {
            if (FrequencyOfEnd(keyword, end) is var frequency && frequency < best)
            {
                (best, length) = (frequency, end);
            }
        }

        return keyword[..length];
    }

    private static double FrequencyOfEnd(string keyword, int end)
    {
        var frequency = 1.0;
        for (var i = Math.Max(0, end - KeywordDivision.Places); i < end; i++)
        {
            frequency *= KeywordDivision.FrequencyOf(keyword[i]);
        }

        return frequency;
    }
}
