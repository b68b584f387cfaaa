namespace LumenArgus.Scanning.Rules;

internal enum AnchorKind
{
    /// <summary>A literal of the match, or near it.</summary>
    Keyword,

    /// <summary>The first digit of the match.</summary>
    Digits,

    /// <summary>None needed: the text is a file name.</summary>
    FileName,
}
