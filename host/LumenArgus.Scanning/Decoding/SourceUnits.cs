using LumenArgus.Scanning.Decoding.Base64Text;
using LumenArgus.Scanning.Decoding.Characters;
using LumenArgus.Scanning.Decoding.Declared;
using LumenArgus.Scanning.Decoding.HexText;

namespace LumenArgus.Scanning.Decoding;

/// <summary>Finds the encoded unit (an escape, four characters of base64, two digits) that a byte of a piece came from, by decoding the piece again.</summary>
internal static class SourceUnits
{
    /// <summary>The range of the source that became the byte at an offset of a piece.</summary>
    public static (int Start, int End) At(ReadOnlySpan<byte> source, in ViewPiece piece, int offset, TextEncodings enabled) => piece.Kind switch
    {
        PieceKind.Characters => InText(source, piece.SourceStart, offset, new CharacterUnits(enabled)),
        PieceKind.QuotedPrintable => InText(source, piece.SourceStart, offset, default(QuotedPrintableUnits)),
        PieceKind.Form => InText(source, piece.SourceStart, offset, default(FormUnits)),
        PieceKind.Normalized => InText(source, piece.SourceStart, offset, default(LookalikeUnits)),
        PieceKind.Base64 => Base64Units.At(source[..piece.SourceEnd], piece.SourceStart, offset + piece.Skip),
        PieceKind.Hex => HexUnits.At(source[..piece.SourceEnd], piece.SourceStart, offset),
        PieceKind.Compressed => (piece.SourceStart, piece.SourceEnd),
        _ => (piece.SourceStart + offset, piece.SourceStart + offset + 1),
    };

    private static (int Start, int End) InText<TUnits>(ReadOnlySpan<byte> source, int position, int offset, TUnits units)
        where TUnits : struct, ICharacterUnits
    {
        Span<byte> output = stackalloc byte[CharacterUnits.MaxOutput];
        while (true)
        {
            var plain = units.IndexOfNext(source[position..]);
            if (plain < 0 || offset < plain)
            {
                return (position + offset, position + offset + 1);
            }

            position += plain;
            offset -= plain;
            var consumed = units.Decode(source[position..], output, out var written, out _);
            if (offset < written)
            {
                return (position, position + consumed);
            }

            position += consumed;
            offset -= written;
        }
    }
}
