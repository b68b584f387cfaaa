namespace LumenArgus.Scanning.Rules;

/// <summary>What decides whether a property is scanned once more with its name.</summary>
[Flags]
internal enum TextTraits : byte
{
    None = 0,

    /// <summary>Has a keyword of those that are looked for everywhere.</summary>
    Keyword = 1,

    /// <summary>Has a mark.</summary>
    Mark = 2,
}
