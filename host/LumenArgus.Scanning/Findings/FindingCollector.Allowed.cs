using System.Buffers;
using System.Text;
using LumenArgus.Scanning.Allowlists;
using LumenArgus.Scanning.Decoding;
using LumenArgus.Scanning.Fields;

namespace LumenArgus.Scanning.Findings;

/// <summary>What an allowlist takes away. Each distinct value is looked up once, and only after it was found.</summary>
public sealed partial class FindingCollector
{
    private readonly Allowlist _allowlist = allowlist ?? Allowlist.None;
    private Dictionary<string, bool>? _exemptFiles;
    private HashSet<Hit>? _hitsOnExemptLines;
    private long _hitsInExemptFiles;

    /// <summary>Hits that are not told because of an allowlist, as of the last <see cref="ToFindings"/>. More than 0: that the body looks clean says nothing about it.</summary>
    public long AllowedHits { get; private set; }

    /// <summary>Whether the field was read from a file that is exempt, or is left out.</summary>
    /// <param name="field">Index of the field.</param>
    /// <returns>True if it is not to be scanned.</returns>
    internal bool IsExempt(int field)
    {
        if (!_allowlist.HasPaths && !document.LeavesOutTexts)
        {
            return false;
        }

        lock (_gate)
        {
            return IsExemptField(field);
        }
    }

    // What joins several texts is exempt if each of them is.
    private bool IsExemptField(int field)
    {
        if (!document.IsView(field))
        {
            return document.IsLeftOut(field) || (_allowlist.HasPaths && document.SourceFileOf(field) is { } file && IsExempt(file));
        }

        foreach (ref readonly var piece in document.Views!.PiecesOf(document.ViewOf(field)))
        {
            if (piece.Kind != PieceKind.Gap && !IsExemptField(piece.Source))
            {
                return false;
            }
        }

        return true;
    }

    // Of what joins an exempt text with another one a match counts if a byte of it is of the other.
    private bool IsExempt(int field, int start, int length)
    {
        if (!IsExempt(field))
        {
            return document.IsView(field) && (_allowlist.HasPaths || document.LeavesOutTexts) && IsOfExemptPieces(document.ViewOf(field), start, start + length);
        }

        return true;
    }

    private bool IsOfExemptPieces(int view, int start, int end)
    {
        var pieces = document.Views!.PiecesOf(view);
        for (var i = 0; i < pieces.Length && pieces[i].Text < end; i++)
        {
            var isBefore = i + 1 < pieces.Length && pieces[i + 1].Text <= start;
            if (!isBefore && pieces[i].Kind != PieceKind.Gap && !IsExemptField(pieces[i].Source))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a file is exempt.</summary>
    /// <param name="file">Its path or name, as UTF-8.</param>
    /// <returns>True if neither its content nor its name is to be looked at.</returns>
    internal bool IsExempt(ReadOnlySpan<byte> file)
    {
        lock (_gate)
        {
            return _allowlist.HasPaths && IsExempt(Encoding.UTF8.GetString(file));
        }
    }

    private bool IsExempt(string file)
    {
        _exemptFiles ??= new Dictionary<string, bool>(StringComparer.Ordinal);
        if (!_exemptFiles.TryGetValue(file, out var isExempt))
        {
            isExempt = _allowlist.AllowsPath(file);
            _exemptFiles.Add(file, isExempt);
        }

        return isExempt;
    }

    private bool IsAllowed(Hit hit) => _values[hit.Value].IsAllowed == true || IsOnExemptLine(hit);

    private bool IsOnExemptLine(Hit hit) => _hitsOnExemptLines?.Contains(hit) == true;

    private void CountAllowed()
    {
        AllowedHits = _hitsInExemptFiles;
        for (var i = 0; i < _values.Count; i++)
        {
            ref var value = ref _values[i];
            value.Exempt = 0;
            value.IsAllowed ??= IsInList(in value);
            AllowedHits += value.IsAllowed.Value ? value.Count : 0;
        }

        if (_allowlist.HonoursInlineComments)
        {
            CountOnExemptLines();
        }
    }

    private void CountOnExemptLines()
    {
        _hitsOnExemptLines = [];
        InlineComments? comments = null;
        var field = -1;
        foreach (var hit in _hits.OrderBy(h => h.Field))
        {
            if (hit.Field != field)
            {
                field = hit.Field;
                comments = new InlineComments(document.Utf8(field));
            }

            ref var value = ref _values[hit.Value];
            var kind = _kinds[value.Kind];
            if (comments!.Allows(hit.Start, hit.End, kind.Detector, kind.Type))
            {
                _hitsOnExemptLines.Add(hit);
                value.Exempt++;
                AllowedHits += value.IsAllowed == true ? 0 : 1;
            }
        }

        ShowFirstToldOccurrences();
    }

    // The place that is shown must be one that counts.
    private void ShowFirstToldOccurrences()
    {
        var told = new HashSet<int>();
        foreach (var hit in _hits.Where(hit => _values[hit.Value].Exempt > 0 && !_hitsOnExemptLines!.Contains(hit)))
        {
            if (told.Add(hit.Value))
            {
                ref var value = ref _values[hit.Value];
                (value.Field, value.Start) = (hit.Field, hit.Start);
            }
        }
    }

    private bool IsInList(in HitValue value)
    {
        var detector = _kinds[value.Kind].Detector;
        if (value.IsOverflow || !_allowlist.HasValuesFor(detector))
        {
            return false;
        }

        if (value.Name is not null)
        {
            return _allowlist.AllowsValue(detector, value.Name);
        }

        var utf8 = document.Utf8(value.Field).Slice(value.Start, value.Length);
        var rented = ArrayPool<char>.Shared.Rent(utf8.Length);
        var isAllowed = _allowlist.AllowsValue(detector, rented.AsSpan(0, Encoding.UTF8.GetChars(utf8, rented)));
        ArrayPool<char>.Shared.Return(rented, clearArray: true);
        return isAllowed;
    }
}
