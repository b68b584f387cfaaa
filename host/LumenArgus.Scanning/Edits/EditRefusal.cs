namespace LumenArgus.Scanning.Edits;

/// <summary>Why edits were refused.</summary>
public enum EditRefusal
{
    /// <summary>An edit is outside the body or leaves the string it begins in.</summary>
    OutsideString,

    /// <summary>An edit cuts an escape or a character in two.</summary>
    InsideEscape,

    /// <summary>An edit is in a block that the provider has signed or encrypted.</summary>
    Immutable,

    /// <summary>Two edits share a byte.</summary>
    Overlapping,
}
