namespace LumenArgus.Scanning.Findings;

/// <summary>Answers whether a hit shares a byte with one that outranks it. Hits come in the order of the body, so all answers together are one pass.</summary>
internal sealed class HitReach(Hit[] ordered, Func<Hit, Hit, bool> outranks)
{
    private readonly List<Hit> _open = [];
    private int _next;

    public bool Covers(Hit hit)
    {
        while (_next < ordered.Length && (ordered[_next].Field, ordered[_next].Start).CompareTo((hit.Field, hit.End)) < 0)
        {
            _open.Add(ordered[_next++]);
        }

        // What ends before this hit ends before all later ones, which begin no earlier.
        _open.RemoveAll(h => h.Field != hit.Field || h.End <= hit.Start);
        return _open.Exists(h => h.Start < hit.End && outranks(h, hit));
    }
}
