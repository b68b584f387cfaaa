namespace LumenArgus.Scanning.Decoding.Characters;

/// <summary>An encoding that replaces single characters within a text.</summary>
internal interface ICharacterUnits
{
    /// <summary>How a piece with such units is marked.</summary>
    PieceKind Kind { get; }

    /// <summary>The next byte that may begin a unit; -1 if there is none.</summary>
    int IndexOfNext(ReadOnlySpan<byte> text);

    /// <summary>Reads what begins at a byte found by <see cref="IndexOfNext"/>.</summary>
    /// <param name="text">The text from there on.</param>
    /// <param name="output">Takes what it stands for, never more bytes than are consumed.</param>
    /// <param name="written">Bytes written.</param>
    /// <param name="encoding">What it was; none if it stands for itself.</param>
    /// <returns>Bytes consumed, at least 1.</returns>
    int Decode(ReadOnlySpan<byte> text, Span<byte> output, out int written, out TextEncodings encoding);
}
