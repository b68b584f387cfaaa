using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using LumenArgus.Scanning.Vectors;

namespace LumenArgus.Scanning.Decoding.Tables;

/// <summary>
/// The rows that a statement of SQL brings, with the names of their columns: <c>INSERT INTO t (a, b) VALUES (1, 'x'), (2, 'y')</c>, and the tab-separated lines behind
/// <c>COPY t (a, b) FROM stdin;</c> of a PostgreSQL dump.
/// </summary>
internal static class InsertedRows
{
    private const int MostBytesOfColumns = 1024;
    private const int MostBytesPerRow = 64 * 1024;
    private const int MostBlanks = 16;

    // Each word behind the columns has an S so far behind its first letter: the two are looked for in one pass for all words.
    private const int OffsetOfS = 5;

    private static readonly SearchValues<byte> QuotesOfNames = SearchValues.Create(" \t\r\n\"`[]"u8);

    private static ReadOnlySpan<byte> Blanks => " \t\r\n"u8;

    /// <summary>Writes the cells of one statement.</summary>
    /// <param name="writer">Takes them; begun here.</param>
    /// <param name="source">The text.</param>
    /// <param name="text">Its content.</param>
    /// <param name="word">Where the word behind the columns begins (<see cref="NextPlace"/>).</param>
    /// <param name="room">The most bytes to write.</param>
    /// <returns>Where the rows end, and whether anything was written.</returns>
    public static (int End, bool HasCells) Write(ViewWriter writer, int source, ReadOnlySpan<byte> text, int word, int room)
    {
        writer.Begin();
        Span<Range> names = stackalloc Range[TableColumns.Most];
        if (!TryReadColumns(text, word, names, out var known))
        {
            return (word + 1, false);
        }

        var isCopy = text[word] == 'F';
        var position = isCopy ? EndOfLine(text, word) : word + "VALUES".Length;
        while (writer.Length < room && (isCopy ? TryWriteLine(writer, source, text, names[..known], ref position) : TryWriteTuple(writer, source, text, names[..known], ref position)))
        {
            // Each row moves the position on.
        }

        return (position, writer.Length > 0);
    }

    // Back from the word over its blanks to the bracket that ends the list of columns, and on to the one that begins it.
    private static bool TryReadColumns(ReadOnlySpan<byte> text, int word, Span<Range> names, out int known)
    {
        known = 0;
        var before = Math.Max(0, word - MostBlanks);
        var end = before + text[before..word].LastIndexOfAnyExcept(Blanks);
        if (end < before || text[end] != ')')
        {
            return false;
        }

        var from = Math.Max(0, end - MostBytesOfColumns);
        var start = text[from..end].LastIndexOfAny((byte)'(', (byte)')');
        if (start < 0 || text[from + start] != '(')
        {
            return false;
        }

        start += from + 1;
        while (start < end && known < names.Length)
        {
            var comma = text[start..end].IndexOf((byte)',');
            var stop = comma < 0 ? end : start + comma;
            var name = text[start..stop];
            var first = name.IndexOfAnyExcept(QuotesOfNames);
            names[known++] = first < 0 ? new Range(start, start) : new Range(start + first, start + name.LastIndexOfAnyExcept(QuotesOfNames) + 1);
            start = stop + 1;
        }

        return known > 0;
    }

    // One row in brackets, with the comma before it.
    private static bool TryWriteTuple(ViewWriter writer, int source, ReadOnlySpan<byte> text, ReadOnlySpan<Range> names, ref int position)
    {
        var at = SkipBlanks(text, position);
        if (at < text.Length && text[at] == ',')
        {
            at = SkipBlanks(text, at + 1);
        }

        if (at >= text.Length || text[at] != '(')
        {
            return false;
        }

        var end = Math.Min(text.Length, at + MostBytesPerRow);
        at++;
        for (var column = 0; at < end; column++)
        {
            var literal = ReadLiteral(text[..end], ref at);
            if (column < names.Length)
            {
                TableViews.Append(writer, source, text[names[column]], names[column].Start.Value, text[literal], literal.Start.Value);
            }

            if (at >= end || text[at] != ',')
            {
                break;
            }

            at++;
        }

        // What does not end as a row does is none, and nothing behind it is.
        var isRow = at < end && text[at] == ')';
        position = isRow ? at + 1 : at;
        return isRow;
    }

    // 'text' with doubled quotes in it, N'text', E'text'; anything else up to the comma or the bracket.
    private static Range ReadLiteral(ReadOnlySpan<byte> text, ref int at)
    {
        at = SkipBlanks(text, at);
        var start = at;
        at += at + 1 < text.Length && text[at] != '\'' && text[at + 1] == '\'' ? 1 : 0;
        if (at >= text.Length || text[at] != '\'')
        {
            var length = text[start..].IndexOfAny((byte)',', (byte)')');
            at = length < 0 ? text.Length : start + length;
            return new Range(start, at);
        }

        start = ++at;
        while (at < text.Length && (text[at] != '\'' || (at + 1 < text.Length && text[at + 1] == '\'')))
        {
            at += text[at] is (byte)'\'' or (byte)'\\' ? 2 : 1;
        }

        at = Math.Min(at, text.Length);
        var content = new Range(start, at);
        at = SkipBlanks(text, Math.Min(at + 1, text.Length));
        return content;
    }

    private static bool TryWriteLine(ViewWriter writer, int source, ReadOnlySpan<byte> text, ReadOnlySpan<Range> names, ref int position)
    {
        var line = TableHead.LineAt(text, position);
        if (line.IsEmpty || line.Length > MostBytesPerRow || line.StartsWith("\\."u8))
        {
            return false;
        }

        var start = position;
        foreach (var name in names)
        {
            var tab = text[start..(position + line.Length)].IndexOf((byte)'\t');
            var end = tab < 0 ? position + line.Length : start + tab;
            TableViews.Append(writer, source, text[name], name.Start.Value, text[start..end].TrimEnd((byte)'\r'), start);
            if (tab < 0)
            {
                break;
            }

            start = end + 1;
        }

        position = Math.Min(position + line.Length + 1, text.Length);
        return true;
    }

    private static int SkipBlanks(ReadOnlySpan<byte> text, int position)
    {
        var blanks = text[position..].IndexOfAnyExcept(Blanks);
        return blanks < 0 ? text.Length : position + blanks;
    }

    private static int EndOfLine(ReadOnlySpan<byte> text, int position) => Math.Min(text.Length, position + TableHead.LineAt(text, position).Length + 1);

    /// <summary>The next place from a position on at which a statement may stand: at the word behind its columns.</summary>
    /// <returns>Where the word begins; the length of the text if there is none.</returns>
    public static int NextPlace(ReadOnlySpan<byte> text, int position)
    {
        var places = 0UL;
        while (true)
        {
            while (places == 0 && text.Length - position >= TextBlock.Bytes + OffsetOfS)
            {
                ref var block = ref Unsafe.Add(ref MemoryMarshal.GetReference(text), position);
                places = Places(Vector512.LoadUnsafe(ref block), Vector512.LoadUnsafe(ref block, OffsetOfS));
                position += TextBlock.Bytes;
            }

            if (places == 0)
            {
                return NextPlaceAtEnd(text, position);
            }

            var place = position - TextBlock.Bytes + BitOperations.TrailingZeroCount(places);
            if (IsWord(text[place..]))
            {
                return place;
            }

            places &= places - 1;
        }
    }

    // What is left is too short for a block and what lies behind it, so all places are in one.
    private static int NextPlaceAtEnd(ReadOnlySpan<byte> text, int position)
    {
        if (text.Length - position <= OffsetOfS)
        {
            return text.Length;
        }

        for (var places = Places(TextBlock.Load(text, position, 0), TextBlock.Load(text, position + OffsetOfS, 0)); places != 0; places &= places - 1)
        {
            var place = position + BitOperations.TrailingZeroCount(places);
            if (IsWord(text[place..]))
            {
                return place;
            }
        }

        return text.Length;
    }

    private static bool IsWord(ReadOnlySpan<byte> text) => text.StartsWith("VALUES"u8) || text.StartsWith("values"u8) || text.StartsWith("FROM stdin"u8);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Places(Vector512<byte> first, Vector512<byte> sixth)
    {
        var lower = Vector512.Create((byte)0x20);
        var begins = Vector512.Equals(first | lower, Vector512.Create((byte)'v')) | Vector512.Equals(first, Vector512.Create((byte)'F'));
        return (begins & Vector512.Equals(sixth | lower, Vector512.Create((byte)'s'))).ExtractMostSignificantBits();
    }
}
