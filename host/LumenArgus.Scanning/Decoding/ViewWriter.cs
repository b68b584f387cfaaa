using LumenArgus.Scanning.Fields;

namespace LumenArgus.Scanning.Decoding;

/// <summary>Writes one view at a time: text and pieces grow together, and what turns out to be nothing is taken back.</summary>
internal sealed class ViewWriter(BodyDocument document, ViewTable table)
{
    private const int FirstRoom = 1024;

    private int _chunk;
    private int _start;
    private int _room;
    private int _firstPiece;

    /// <summary>Bytes of the view so far.</summary>
    public int Length { get; private set; }

    public int PieceCount => table.Pieces.Count - _firstPiece;

    /// <summary>First byte of the last piece.</summary>
    public int LastPiece => table.Pieces[table.Pieces.Count - 1].Text;

    public void Begin()
    {
        (_chunk, _start) = table.Room(FirstRoom);
        _room = table.Chunk(_chunk).Length - _start;
        _firstPiece = table.Pieces.Count;
        Length = 0;
    }

    /// <summary>Begins a piece at the end of what was written.</summary>
    public void AddPiece(PieceKind kind, int source, int sourceStart, int sourceEnd = 0, int skip = 0) => table.Pieces.Add(
        new ViewPiece { Text = Length, Source = source, SourceStart = sourceStart, SourceEnd = sourceEnd, Kind = kind, Skip = (byte)skip });

    public void Append(ReadOnlySpan<byte> text)
    {
        if (Length + text.Length > _room)
        {
            Grow(text.Length);
        }

        text.CopyTo(table.Chunk(_chunk).AsSpan(_start + Length));
        Length += text.Length;
    }

    /// <summary>Takes back what was written since.</summary>
    public void Rewind(int length, int pieceCount)
    {
        Length = length;
        while (PieceCount > pieceCount)
        {
            table.Pieces.RemoveLast();
        }
    }

    /// <summary>Keeps the view.</summary>
    /// <returns>Its index as a field.</returns>
    public int Commit(TextEncodings encodings, int depth)
    {
        var source = table.Pieces[_firstPiece].Source;
        return document.FieldCount + table.Add(new ViewEntry
        {
            Chunk = _chunk,
            Start = _start,
            Length = Length,
            FirstPiece = _firstPiece,
            PieceCount = PieceCount,
            Root = document.RootOf(source),
            Depth = (byte)depth,
            Encodings = encodings,
            Chain = encodings | document.ChainOf(source),
        });
    }

    /// <summary>Drops the view.</summary>
    public void Abandon() => Rewind(0, 0);

    private void Grow(int more)
    {
        var old = table.Chunk(_chunk).AsSpan(_start, Length);
        var (chunk, start) = table.Room((int)Math.Min(2L * (Length + more), Array.MaxLength));
        if (chunk != _chunk)
        {
            old.CopyTo(table.Chunk(chunk).AsSpan(start));
            (_chunk, _start) = (chunk, start);
        }

        _room = table.Chunk(_chunk).Length - _start;
    }
}
