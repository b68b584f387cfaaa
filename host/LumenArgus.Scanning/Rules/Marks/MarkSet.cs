namespace LumenArgus.Scanning.Rules.Marks;

/// <summary>The marks of a block; a bit for each <see cref="TextMark"/>, and one for any digit.</summary>
[Flags]
internal enum MarkSet : byte
{
    None = 0,
    Drawn = 1,
    Digits = 2,
    Mixed = 4,
    Url = 8,
    Digit = 16,
}
