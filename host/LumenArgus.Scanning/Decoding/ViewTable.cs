using System.Buffers;
using LumenArgus.Scanning.Fields;

namespace LumenArgus.Scanning.Decoding;

/// <summary>
/// The views of one document: texts in pooled chunks, and pieces that lead back. Where a byte came from is computed when it is asked for, by decoding
/// the piece again up to it; a piece is about a kilobyte at most.
/// </summary>
internal sealed class ViewTable(BodyDocument document, TextEncodings enabled)
{
    private const int ChunkBytes = 1 << 16;
    private const int MaxPooledBytes = 1 << 24;

    public StructList<ViewEntry> Entries = new(0);
    public StructList<ViewPiece> Pieces = new(0);

    private StructList<(byte[] Bytes, int Used)> _chunks = new(0);

    /// <summary>The encodings that were switched on when the views were made: going back must read the source in the same way.</summary>
    public TextEncodings Enabled { get; } = enabled;

    /// <summary>Bytes of all views.</summary>
    public long TextBytes { get; private set; }

    public ReadOnlySpan<byte> Utf8(int view)
    {
        ref readonly var entry = ref Entries[view];
        return _chunks[entry.Chunk].Bytes.AsSpan(entry.Start, entry.Length);
    }

    public ReadOnlySpan<ViewPiece> PiecesOf(int view) => Pieces.Span.Slice(Entries[view].FirstPiece, Entries[view].PieceCount);

    /// <summary>Whether a range stands like that in the source of the view: then it was looked at there.</summary>
    public bool IsCopied(int view, int start, int end)
    {
        var pieces = PiecesOf(view);
        var index = PieceAt(pieces, start);
        return pieces[index].Kind == PieceKind.Copy && end <= EndOf(view, pieces, index);
    }

    /// <summary>Whether the text of the view begins where its field begins.</summary>
    public bool IsFromStart(int view)
    {
        for (var i = view; ;)
        {
            var first = PiecesOf(i)[0];
            if (first.SourceStart != 0 || first.Skip != 0)
            {
                return false;
            }

            if (!document.IsView(first.Source))
            {
                return true;
            }

            i = document.ViewOf(first.Source);
        }
    }

    /// <summary>Where a range came from, widened to whole encoded units; more than one range only where the view joins several texts.</summary>
    public void Map(int view, int start, int end, List<SourceRange> ranges)
    {
        var pieces = PiecesOf(view);
        for (var i = PieceAt(pieces, start); i < pieces.Length && pieces[i].Text < end; i++)
        {
            ref readonly var piece = ref pieces[i];
            var from = Math.Max(start, piece.Text) - piece.Text;
            var to = Math.Min(end, EndOf(view, pieces, i)) - piece.Text;
            if (piece.Kind == PieceKind.Gap || to <= from)
            {
                continue;
            }

            var source = document.Utf8(piece.Source);
            var isFirst = ranges.Count == 0 || ranges[^1].Source != piece.Source;
            var isLast = i + 1 == pieces.Length || pieces[i + 1].Text >= end || pieces[i + 1].Source != piece.Source;
            if (isFirst)
            {
                var (unit, unitEnd) = SourceUnits.At(source, in piece, from, Enabled);
                ranges.Add(new SourceRange(piece.Source, unit, unitEnd));
            }

            if (isLast || piece.Kind == PieceKind.Copy)
            {
                ranges[^1] = ranges[^1] with { End = Math.Max(ranges[^1].End, SourceUnits.At(source, in piece, to - 1, Enabled).End) };
            }
        }
    }

    /// <summary>Room for a view of unknown length: at least so many bytes, behind what is used.</summary>
    public (int Chunk, int Start) Room(int length)
    {
        if (_chunks.Count == 0 || _chunks[_chunks.Count - 1] is var last && last.Bytes.Length - last.Used < length)
        {
            var size = Math.Max(ChunkBytes, length);
            _chunks.Add((size <= MaxPooledBytes ? ArrayPool<byte>.Shared.Rent(size) : GC.AllocateUninitializedArray<byte>(size), 0));
        }

        return (_chunks.Count - 1, _chunks[_chunks.Count - 1].Used);
    }

    public byte[] Chunk(int chunk) => _chunks[chunk].Bytes;

    /// <summary>Adds what was written to <see cref="Room"/> as a view.</summary>
    public int Add(in ViewEntry entry)
    {
        TextBytes += entry.Length;
        _chunks[entry.Chunk].Used = entry.Start + entry.Length;
        return Entries.Add(entry);
    }

    /// <summary>Gives all arrays back. Nobody may read the table any more; there is nothing left in it.</summary>
    /// <param name="clear">Whether the texts held something that must not stay in memory.</param>
    public void Return(bool clear)
    {
        Entries.Return();
        Pieces.Return();
        foreach (var (bytes, _) in _chunks.Span)
        {
            if (clear)
            {
                // All of it: what was taken back was written too.
                bytes.AsSpan().Clear();
            }

            if (bytes.Length <= MaxPooledBytes)
            {
                ArrayPool<byte>.Shared.Return(bytes);
            }
        }

        _chunks.Return();
    }

    private int EndOf(int view, ReadOnlySpan<ViewPiece> pieces, int index) => index + 1 < pieces.Length ? pieces[index + 1].Text : Entries[view].Length;

    // The last piece that begins at or before the offset: pieces that only leave something out are empty and come first.
    private static int PieceAt(ReadOnlySpan<ViewPiece> pieces, int offset)
    {
        int low = 0, high = pieces.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (pieces[middle].Text <= offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return Math.Max(0, low - 1);
    }
}
