namespace LumenArgus.Scanning.Decoding.Characters;

/// <summary>Writes a neighbourhood with its characters replaced.</summary>
internal static class CharacterViews
{
    // Text between two units that is shorter than this is part of their piece: a table entry for each would be larger than the text.
    private const int MaxPlain = 32;
    private const int MaxPiece = 1024;

    /// <returns>What was replaced; none if nothing was.</returns>
    public static TextEncodings Write<TUnits>(ViewWriter writer, int source, ReadOnlySpan<byte> text, int from, int to, TUnits units)
        where TUnits : struct, ICharacterUnits
    {
        Span<byte> output = stackalloc byte[CharacterUnits.MaxOutput];
        var encodings = TextEncodings.None;
        var isInPiece = false;
        var plain = from;
        var position = from;
        writer.Begin();
        while (position < to && units.IndexOfNext(text[position..to]) is var next and >= 0)
        {
            position += next;
            var consumed = units.Decode(text[position..], output, out var written, out var encoding);
            if (encoding == TextEncodings.None)
            {
                position += consumed;
                continue;
            }

            encodings |= encoding;
            if (isInPiece && position - plain < MaxPlain && writer.Length - writer.LastPiece < MaxPiece)
            {
                writer.Append(text[plain..position]);
            }
            else
            {
                AppendPlain(writer, source, text, plain, position);
                writer.AddPiece(units.Kind, source, position);
                isInPiece = true;
            }

            writer.Append(output[..written]);
            position += consumed;
            plain = position;
        }

        AppendPlain(writer, source, text, plain, to);
        return encodings;
    }

    private static void AppendPlain(ViewWriter writer, int source, ReadOnlySpan<byte> text, int from, int to)
    {
        if (to > from)
        {
            writer.AddPiece(PieceKind.Copy, source, from);
            writer.Append(text[from..to]);
        }
    }
}
