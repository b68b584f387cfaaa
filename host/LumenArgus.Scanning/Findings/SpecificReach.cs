namespace LumenArgus.Scanning.Findings;

/// <summary>Answers whether a generic hit shares a byte with a specific one. Both come in the order of the body, so all answers together are one pass over the hits.</summary>
internal sealed class SpecificReach(Hit[] specific, Func<Hit, Hit, bool> outranks)
{
    private readonly List<Hit> _open = [];
    private int _next;

    public bool Covers(Hit generic)
    {
        while (_next < specific.Length && (specific[_next].Field, specific[_next].Start).CompareTo((generic.Field, generic.End)) < 0)
        {
            _open.Add(specific[_next++]);
        }

        // What ends before this hit ends before all later ones, which begin no earlier.
        _open.RemoveAll(h => h.Field != generic.Field || h.End <= generic.Start);
        return _open.Exists(h => h.Start < generic.End && outranks(h, generic));
    }
}
