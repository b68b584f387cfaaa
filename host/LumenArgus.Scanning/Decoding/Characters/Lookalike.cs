namespace LumenArgus.Scanning.Decoding.Characters;

/// <summary>What a character is to someone who disguises ASCII text.</summary>
internal enum Lookalike : byte
{
    /// <summary>Itself.</summary>
    None,

    /// <summary>Not visible, or only a mark on the character before it.</summary>
    Invisible,

    /// <summary>Another form of an ASCII letter or digit: wide, mathematical, in a circle.</summary>
    Form,

    /// <summary>A letter of another script that looks like an ASCII letter.</summary>
    Letter,

    /// <summary>A space or a mark that stands for an ASCII one.</summary>
    Mark,
}
