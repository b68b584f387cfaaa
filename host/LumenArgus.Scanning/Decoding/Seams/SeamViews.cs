using LumenArgus.Scanning.Fields;
using LumenArgus.Scanning.Fingerprints;

namespace LumenArgus.Scanning.Decoding.Seams;

/// <summary>
/// Joins the end of a text with the start of the next one: the strings of an array, and the texts of blocks and messages in their order. Only what may be one
/// token, so between two sentences next to nothing; texts that are short and have no blanks are taken whole, and the next one follows.
/// Where texts were recognised, only what meets something new is joined; it becomes exactly what it would be in a body of which nothing is known.
/// </summary>
internal sealed class SeamViews(BodyDocument document, ViewWriter writer, Action<TextEncodings> commit)
{
    private const int MinLength = 8;
    private const int None = -1;

    private bool _isOpen;
    private int _pieces;
    private int _container;

    // What is open was joined in an earlier request: its parts are passed over to its end.
    private bool _isKnown;

    /// <summary>Makes the views.</summary>
    public void Write()
    {
        Write(ofArrays: true);
        Write(ofArrays: false);
    }

    private void Write(bool ofArrays)
    {
        _container = None;
        if (document.Recall is not { } recall)
        {
            AddFields(0, document.FieldCount, ofArrays);
        }
        else
        {
            for (var i = 0; i < recall.Units.Count; i++)
            {
                ref readonly var unit = ref recall.Units[i];
                if (unit.IsToBeJoined(ofArrays))
                {
                    AddFields(unit.FirstField, unit.EndField, ofArrays);
                }
                else
                {
                    PassOver(in unit, ofArrays);
                }
            }
        }

        Close();
    }

    private void AddFields(int from, int to, bool ofArrays)
    {
        var table = document.Table;
        for (var field = from; field < to; field++)
        {
            ref readonly var entry = ref table.Fields[field];
            if (entry.Kind != FieldKind.Value || entry.Container < 0 || (ofArrays ? entry.Key >= 0 : !SeamText.IsTextName(table.Name(entry.Key))))
            {
                continue;
            }

            if (ofArrays)
            {
                Enter(entry.Container);
            }

            Add(field, table.Utf8(field));
        }
    }

    private void PassOver(in TextUnit unit, bool ofArrays)
    {
        var hasText = (unit.Traits & SeamTraits.HasText) != SeamTraits.None;
        if (ofArrays)
        {
            if ((unit.Traits & SeamTraits.HasArray) == SeamTraits.None)
            {
                return;
            }

            Enter(unit.IsInArray ? unit.Container : None);
            hasText &= unit.IsInArray;
        }
        else if (unit.IsInArray)
        {
            return;
        }

        if (hasText)
        {
            // Both sides are known, and that they meet.
            Drop();
            _isKnown = true;
        }
    }

    private void Enter(int container)
    {
        if (container != _container)
        {
            Close();
            _container = container;
        }
    }

    private void Add(int field, ReadOnlySpan<byte> text)
    {
        var parts = SeamText.Of(text);
        if (parts.IsBlank)
        {
            return;
        }

        if (_isOpen || _isKnown)
        {
            if (_isOpen)
            {
                Append(field, text, parts.Start, parts.Head);
            }

            if (parts.IsToken)
            {
                return;
            }

            Close();
        }

        writer.Begin();
        _isOpen = true;
        _pieces = 0;
        Append(field, text, parts.Tail, parts.End);
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
            _isOpen = false;
        }

        Drop();
    }

    private void Drop()
    {
        if (_isOpen)
        {
            writer.Abandon();
        }

        _isOpen = false;
        _isKnown = false;
    }
}
