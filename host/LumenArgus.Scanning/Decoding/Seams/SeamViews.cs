using LumenArgus.Scanning.Fields;

namespace LumenArgus.Scanning.Decoding.Seams;

/// <summary>
/// Joins the end of a text with the start of the next one: the strings of an array, and the texts of blocks and messages in their order. Only what may be one
/// token, so between two sentences next to nothing; texts that are short and have no blanks are taken whole, and the next one follows.
/// </summary>
internal sealed class SeamViews(BodyDocument document, ViewWriter writer, Action<TextEncodings> commit)
{
    private const int MaxToken = 512;
    private const int MaxContext = 128;
    private const int MinLength = 8;

    private bool _isOpen;
    private int _pieces;

    /// <summary>Makes the views.</summary>
    public void Write()
    {
        Write(ofArrays: true);
        Write(ofArrays: false);
    }

    private void Write(bool ofArrays)
    {
        var table = document.Table;
        var container = -1;
        for (var field = 0; field < document.FieldCount; field++)
        {
            ref readonly var entry = ref table.Fields[field];
            if (entry.Kind != FieldKind.Value || entry.Container < 0 || (ofArrays ? entry.Key >= 0 : !IsText(table.Name(entry.Key))))
            {
                continue;
            }

            if (ofArrays && entry.Container != container)
            {
                Close();
                container = entry.Container;
            }

            Add(field, table.Utf8(in entry));
        }

        Close();
    }

    private static bool IsText(ReadOnlySpan<byte> name) => name.SequenceEqual("text"u8) || name.SequenceEqual("content"u8) || name.SequenceEqual("output"u8);

    private void Add(int field, ReadOnlySpan<byte> text)
    {
        var start = 0;
        while (start < text.Length && text[start] <= ' ')
        {
            start++;
        }

        var end = text.Length;
        while (end > start && text[end - 1] <= ' ')
        {
            end--;
        }

        if (end == start)
        {
            return;
        }

        var limit = Math.Min(end, start + MaxToken);
        var head = start;
        while (head < limit && text[head] > ' ')
        {
            head++;
        }

        if (_isOpen)
        {
            Append(field, text, start, head);
            if (head == end)
            {
                return;
            }

            Close();
        }

        limit = Math.Max(start, end - MaxToken);
        var tail = end;
        while (tail > limit && text[tail - 1] > ' ')
        {
            tail--;
        }

        // What the value is assigned to stands before it.
        tail = Math.Max(start, tail - MaxContext);
        writer.Begin();
        _isOpen = true;
        _pieces = 0;
        Append(field, text, tail, end);
    }

    private void Append(int field, ReadOnlySpan<byte> text, int from, int to)
    {
        writer.AddPiece(PieceKind.Copy, field, from);
        writer.Append(text[from..to]);
        _pieces++;
    }

    private void Close()
    {
        if (_isOpen && _pieces > 1 && writer.Length >= MinLength)
        {
            commit(TextEncodings.Joined);
        }
        else if (_isOpen)
        {
            writer.Abandon();
        }

        _isOpen = false;
    }
}
