namespace LumenArgus.Scanning.Fields;

/// <summary>One field. 24 bytes, because a hostile body can hold a field in every four of its bytes.</summary>
internal struct FieldEntry
{
    /// <summary>The bytes of the body are the text.</summary>
    public const int Plain = -1;

    /// <summary>The text has escapes, and nobody has asked for it yet.</summary>
    public const int Pending = -2;

    /// <summary>First byte in the body, behind the quote.</summary>
    public int RawStart;

    /// <summary>Bytes in the body, without the quotes.</summary>
    public int RawLength;

    /// <summary>The object or array it stands in; -1 at the top.</summary>
    public int Container;

    /// <summary>Index of the property name's field, or ~position in an array, or ~number of the top-level value.</summary>
    public int Key;

    /// <summary>Index into the unescaped texts, or <see cref="Plain"/>, or <see cref="Pending"/>.</summary>
    public int Unescaped;

    public FieldKind Kind;

    public FieldEscapes Escapes;
}
