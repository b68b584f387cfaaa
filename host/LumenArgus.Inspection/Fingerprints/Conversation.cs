using LumenArgus.Scanning.Fingerprints;
using LumenArgus.Scanning.History;

namespace LumenArgus.Inspection.Fingerprints;

/// <summary>What is remembered of one conversation: fingerprints of what is clean and of what was refused, and when it was last used.</summary>
internal sealed class Conversation(ConversationKey key, HashCount hashes) : ITextMemory
{
    private readonly Lock _gate = new();
    private readonly RecentFingerprints _units = new();
    private readonly RecentFingerprints _seams = new();
    private readonly Dictionary<UInt128, TurnPlace> _refused = [];
    private long _request;
    private long _generation;
    private int _maxHashes;
    private bool _isForgotten;

    public ConversationKey Key { get; } = key;

    /// <summary>When it was last used. Only its shard touches it.</summary>
    public long LastUse { get; set; }

    /// <summary>Begins a request. What an older generation found to be clean has no meaning any more.</summary>
    /// <param name="generation">Number of the request's generation.</param>
    /// <param name="maxHashes">The most units, and the most seams, that are remembered.</param>
    public void Use(long generation, int maxHashes)
    {
        lock (_gate)
        {
            _request++;
            _maxHashes = maxHashes;
            if (generation > _generation)
            {
                Clear();
                _generation = generation;
            }
        }
    }

    /// <summary>Ends it. A request that is still under way adds nothing any more.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            Clear();
            _refused.Clear();
            _isForgotten = true;
        }
    }

    /// <summary>Where the latest turn stood when the conversation was last refused because of a value; null if it never was. A newer generation changes nothing about that.</summary>
    public TurnPlace? RefusedAt(UInt128 value)
    {
        lock (_gate)
        {
            return _refused.TryGetValue(value, out var place) ? place : null;
        }
    }

    /// <summary>Remembers that the conversation was refused because of values. Beyond the bound all others are forgotten: they would be refused once more.</summary>
    public void Refuse(IEnumerable<UInt128> values, TurnPlace place)
    {
        lock (_gate)
        {
            foreach (var value in _isForgotten ? [] : values)
            {
                if (_refused.Count >= _maxHashes && !_refused.ContainsKey(value))
                {
                    _refused.Clear();
                }

                _refused[value] = place;
            }
        }
    }

    /// <inheritdoc/>
    public bool TryFind(UInt128 fingerprint, out SeamTraits traits)
    {
        lock (_gate)
        {
            return _units.TryFind(fingerprint, _request, out traits);
        }
    }

    /// <inheritdoc/>
    public bool HasSeam(UInt128 fingerprint)
    {
        lock (_gate)
        {
            return _seams.TryFind(fingerprint, _request, out _);
        }
    }

    /// <inheritdoc/>
    public void Add(UInt128 fingerprint, SeamTraits traits) => Add(_units, fingerprint, traits);

    /// <inheritdoc/>
    public void AddSeam(UInt128 fingerprint) => Add(_seams, fingerprint, SeamTraits.None);

    private void Add(RecentFingerprints to, UInt128 fingerprint, SeamTraits traits)
    {
        lock (_gate)
        {
            if (!_isForgotten)
            {
                var before = to.Count;
                to.Add(fingerprint, traits, _request, _maxHashes);
                hashes.Add(to.Count - before);
            }
        }
    }

    private void Clear()
    {
        hashes.Add(-(_units.Count + _seams.Count));
        _units.Clear();
        _seams.Clear();
    }
}
