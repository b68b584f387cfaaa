using System.Buffers;
using LumenArgus.Scanning.Fields;

namespace LumenArgus.Scanning.Fingerprints;

/// <summary>
/// One body compared with what its conversation remembers. What is known to be clean is left out of decoding and scanning; what turns out to be clean
/// is remembered when the decision has been taken, and not before (<see cref="Commit"/>).
/// </summary>
public sealed class TextRecall
{
    private readonly BodyDocument _document;
    private readonly HashSet<int> _taintedViews = [];
    private StructList<TextUnit> _units = new(64);
    private StructList<Seam> _seams = new(64);
    private bool[] _known;

    private TextRecall(BodyDocument document)
    {
        _document = document;
        _known = ArrayPool<bool>.Shared.Rent(Math.Max(1, document.FieldCount));
        _known.AsSpan(0, document.FieldCount).Clear();
        UnitDivision.Divide(document.Table, ref _units);
    }

    /// <summary>Bytes of the body that were recognised.</summary>
    public long BytesKnown { get; private set; }

    internal ref StructList<TextUnit> Units => ref _units;

    /// <summary>Compares a document, once, before anything of it is decoded.</summary>
    /// <param name="document">The document; afterwards it knows what it need not look at.</param>
    /// <param name="key">The secret of the process.</param>
    /// <param name="context">What a decision depends on beside the body.</param>
    /// <param name="memory">What the conversation remembers.</param>
    /// <returns>The comparison, to be committed when the body was found to be harmless.</returns>
    public static TextRecall Start(BodyDocument document, FingerprintKey key, FingerprintContext context, ITextMemory memory)
    {
        var recall = new TextRecall(document);
        recall.Compare(key, context, memory);
        var plan = new SeamPlan(ref recall._units, ref recall._seams, key, memory);
        plan.PlanArrays();
        plan.PlanTexts();
        document.StartRecall(recall);
        return recall;
    }

    /// <summary>
    /// Remembers what is clean: all that was looked at and in which nothing was found. To be called only when the whole scan was complete and nothing was
    /// blocked or edited.
    /// </summary>
    /// <param name="memory">The conversation's memory.</param>
    public void Commit(ITextMemory memory)
    {
        foreach (ref readonly var unit in _units.Span)
        {
            if (!unit.IsKnown && !unit.IsTainted)
            {
                memory.Add(unit.Fingerprint, unit.Traits);
            }
        }

        foreach (ref readonly var seam in _seams.Span)
        {
            if (!seam.IsKnown && IsClean(in seam))
            {
                memory.AddSeam(seam.Fingerprint);
            }
        }
    }

    internal bool IsKnown(int field) => _known[field];

    /// <summary>Something was found in a text: what it was made from is not clean.</summary>
    internal void Taint(int field)
    {
        if (!_document.IsView(field))
        {
            _units[UnitOf(field)].IsTainted = true;
            return;
        }

        if (!_taintedViews.Add(field))
        {
            return;
        }

        var source = -1;
        foreach (ref readonly var piece in _document.Views!.PiecesOf(_document.ViewOf(field)))
        {
            if (piece.Source != source)
            {
                source = piece.Source;
                Taint(source);
            }
        }
    }

    internal void Return()
    {
        _units.Return();
        _seams.Return();
        ArrayPool<bool>.Shared.Return(_known);
        _known = [];
    }

    private void Compare(FingerprintKey key, FingerprintContext context, ITextMemory memory)
    {
        var rented = key.Rent();
        var hash = new UnitHash(_document, rented, context);
        for (var i = 0; i < _units.Count; i++)
        {
            ref var unit = ref _units[i];
            unit.Fingerprint = hash.Of(in unit);
            unit.IsKnown = memory.TryFind(unit.Fingerprint, out var traits);
            unit.Traits = unit.IsKnown ? traits : UnitTraits.Of(_document, in unit);
            if (unit.IsKnown)
            {
                BytesKnown += unit.RawEnd - unit.RawStart;
                _known.AsSpan(unit.FirstField, unit.EndField - unit.FirstField).Fill(true);
            }
        }

        key.Return(rented);
    }

    private bool IsClean(in Seam seam)
    {
        for (var i = seam.First; i <= seam.Last; i++)
        {
            if (_units[i].IsTainted)
            {
                return false;
            }
        }

        return true;
    }

    private int UnitOf(int field)
    {
        int low = 0, high = _units.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_units[middle].FirstField <= field)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low - 1;
    }
}
