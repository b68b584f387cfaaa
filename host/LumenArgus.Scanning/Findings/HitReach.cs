namespace LumenArgus.Scanning.Findings;

/// <summary>Answers whether a hit shares a byte with one that outranks it. Hits come in the order of the body, so all answers together are one pass.</summary>
internal sealed class HitReach(PlacedHit[] ordered, Func<PlacedHit, PlacedHit, bool> outranks)
{
    // Only compressed content has this many hits on the same bytes of the body.
    private const int MaxOpen = 256;

    private readonly List<PlacedHit> _open = [];
    private int _next;

    public bool Covers(PlacedHit hit)
    {
        while (_next < ordered.Length && ordered[_next].Span.Start < hit.Span.End)
        {
            if (_open.Count >= MaxOpen)
            {
                _open.RemoveAt(0);
            }

            _open.Add(ordered[_next++]);
        }

        RemoveEnded(hit.Span.Start);
        return IsOutranked(hit);
    }

    // What ends before this hit ends before all later ones, which begin no earlier. Without closures: this is asked for each hit.
    private void RemoveEnded(int start)
    {
        var kept = 0;
        for (var i = 0; i < _open.Count; i++)
        {
            if (_open[i].Span.End > start)
            {
                _open[kept++] = _open[i];
            }
        }

        _open.RemoveRange(kept, _open.Count - kept);
    }

    private bool IsOutranked(PlacedHit hit)
    {
        foreach (var open in _open)
        {
            if (open.Overlaps(hit) && outranks(open, hit))
            {
                return true;
            }
        }

        return false;
    }
}
