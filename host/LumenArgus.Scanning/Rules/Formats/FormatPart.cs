namespace LumenArgus.Scanning.Rules.Formats;

/// <summary>One piece of a format, in order.</summary>
internal abstract record FormatPart
{
    /// <summary>Fixed characters.</summary>
    internal sealed record Literal(string Text) : FormatPart;

    /// <summary>So many random characters of a set.</summary>
    /// <param name="Letters">The set.</param>
    /// <param name="Class">The set as a class of the pattern dialect.</param>
    /// <param name="Min">The fewest.</param>
    /// <param name="Max">The most, or null for no limit.</param>
    internal sealed record Run(string Letters, string Class, int Min, int? Max) : FormatPart;

    /// <summary>One of several texts.</summary>
    internal sealed record Choice(string[] Texts) : FormatPart;

    /// <summary>A UUID in its printed form.</summary>
    internal sealed record Uuid : FormatPart;

    /// <summary>A name that holds one of the words, and behind it one of the credential words if there are any, with an assignment up to where the value begins.</summary>
    internal sealed record Name(string[] Words, string[] Credentials) : FormatPart;

    /// <summary>CRC-32 of what was drawn before it, in digits of a base, padded with zeros.</summary>
    /// <param name="Digits">The digits of the base.</param>
    /// <param name="Length">Number of digits.</param>
    /// <param name="OfAll">Whether literals count too; else only what was drawn at random.</param>
    internal sealed record Checksum(string Digits, int Length, bool OfAll) : FormatPart;
}
