namespace LumenArgus.Scanning.Rules.Marks;

/// <summary>What a text must have near a keyword for a match to be possible. It is rare in ordinary text, and found for a fraction of what a search for keywords costs.</summary>
internal enum TextMark
{
    /// <summary>Nothing that is known: the keyword is looked for everywhere.</summary>
    None,

    /// <summary>
    /// Sixteen characters of tokens in a row that do not look like a name: with a digit, with a capital where no word begins, or letters of one case.
    /// </summary>
    Drawn,

    /// <summary>Four digits among eight bytes.</summary>
    Digits,

    /// <summary>
    /// Eight characters of passwords in a row with two places near them at which a letter and a digit meet, a capital begins no word, or a mark stands in a word.
    /// </summary>
    Mixed,

    /// <summary>The end of a scheme: <c>://</c>.</summary>
    Url,
}
