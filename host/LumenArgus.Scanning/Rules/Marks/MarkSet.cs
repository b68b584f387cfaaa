namespace LumenArgus.Scanning.Rules.Marks;

/// <summary>The marks of a text; a bit for each <see cref="TextMark"/>.</summary>
[Flags]
internal enum MarkSet
{
    None = 0,
    Drawn = 1,
    Digits = 2,
    Mixed = 4,
    Url = 8,
}
