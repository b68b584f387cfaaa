using LumenArgus.Scanning.Fields;

namespace LumenArgus.Scanning.Fingerprints;

/// <summary>
/// Says which units meet, without reading their texts, and which of them have to be joined because they did not meet before. A seam goes from a unit with
/// a text that is no token over all that may be parts of one to the next such unit; all of them make its fingerprint.
/// </summary>
internal ref struct SeamPlan(ref StructList<TextUnit> units, ref StructList<Seam> seams, FingerprintKey key, ITextMemory memory)
{
    private const int None = -1;

    private readonly ref StructList<TextUnit> _units = ref units;
    private readonly ref StructList<Seam> _seams = ref seams;
    private UInt128 _fingerprint;
    private int _first;
    private int _last;
    private bool _isKnown;

    /// <summary>The strings of arrays that are no element of another one.</summary>
    public void PlanArrays()
    {
        var container = None;
        Begin(key.ArrayStart);
        for (var i = 0; i < _units.Count; i++)
        {
            ref readonly var unit = ref _units[i];
            if ((unit.Traits & SeamTraits.HasArray) == SeamTraits.None)
            {
                continue;
            }

            var array = unit.IsInArray ? unit.Container : None;
            if (array != container)
            {
                End(ofArrays: true);
                Begin(key.ArrayStart);
                container = array;
            }

            if (unit.IsInArray && (unit.Traits & SeamTraits.HasText) != SeamTraits.None)
            {
                Add(i, ofArrays: true);
            }
        }

        End(ofArrays: true);
    }

    /// <summary>The texts of blocks and messages.</summary>
    public void PlanTexts()
    {
        Begin(key.TextStart);
        for (var i = 0; i < _units.Count; i++)
        {
            ref readonly var unit = ref _units[i];
            if (!unit.IsInArray && (unit.Traits & SeamTraits.HasText) != SeamTraits.None)
            {
                Add(i, ofArrays: false);
            }
        }

        End(ofArrays: false);
    }

    private void Begin(UInt128 start)
    {
        _fingerprint = start;
        _first = None;
        _isKnown = true;
    }

    private void Add(int unit, bool ofArrays)
    {
        Meet(unit);
        if ((_units[unit].Traits & SeamTraits.IsPassing) == SeamTraits.None)
        {
            Finish(ofArrays);
            Begin(key.UnitStart);
            Meet(unit);
        }
    }

    private void Meet(int unit)
    {
        _first = _first == None ? unit : _first;
        _last = unit;
        _isKnown &= _units[unit].IsKnown;
        _fingerprint = (_fingerprint * key.SeamFactor) + _units[unit].Fingerprint;
    }

    private void End(bool ofArrays)
    {
        if (_first != None)
        {
            _fingerprint = (_fingerprint * key.SeamFactor) + key.SeamEnd;
            Finish(ofArrays);
        }
    }

    private readonly void Finish(bool ofArrays)
    {
        var isKnown = _isKnown && memory.HasSeam(_fingerprint);
        _seams.Add(new Seam(_fingerprint, _first, _last, isKnown));
        for (var i = _first; !isKnown && i <= _last; i++)
        {
            _units[i].HasNewArraySeam |= ofArrays;
            _units[i].HasNewTextSeam |= !ofArrays;
        }
    }
}
