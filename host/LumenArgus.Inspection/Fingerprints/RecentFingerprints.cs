using LumenArgus.Scanning.Fingerprints;

namespace LumenArgus.Inspection.Fingerprints;

/// <summary>Fingerprints up to a number. When it is reached, those go that no recent request had: of a history that was summarised, or a file that was edited.</summary>
internal sealed class RecentFingerprints
{
    // Agents that work side by side send their own histories under one session.
    private const int RecentRequests = 32;

    private readonly Dictionary<UInt128, Entry> _entries = [];
    private long _swept;

    public int Count => _entries.Count;

    public bool TryFind(UInt128 fingerprint, long request, out SeamTraits traits)
    {
        if (!_entries.TryGetValue(fingerprint, out var entry))
        {
            traits = SeamTraits.None;
            return false;
        }

        traits = entry.Traits;
        if (entry.LastUse != request)
        {
            _entries[fingerprint] = entry with { LastUse = request };
        }

        return true;
    }

    public void Add(UInt128 fingerprint, SeamTraits traits, long request, int max)
    {
        if (_entries.Count >= max && _swept != request)
        {
            // Once for each request: it reads all of them.
            _swept = request;
            foreach (var (old, entry) in _entries)
            {
                if (request - entry.LastUse > RecentRequests)
                {
                    _entries.Remove(old);
                }
            }
        }

        if (_entries.Count < max)
        {
            _entries.TryAdd(fingerprint, new Entry(traits, request));
        }
    }

    public void Clear() => _entries.Clear();

    private readonly record struct Entry(SeamTraits Traits, long LastUse);
}
