using LumenArgus.Scanning.Fingerprints;

namespace LumenArgus.Benchmarks.Code;

/// <summary>What one conversation remembers, without bounds.</summary>
internal sealed class RememberedTexts : ITextMemory
{
    private readonly Dictionary<UInt128, SeamTraits> _units = [];
    private readonly HashSet<UInt128> _seams = [];

    public bool TryFind(UInt128 fingerprint, out SeamTraits traits) => _units.TryGetValue(fingerprint, out traits);

    public bool HasSeam(UInt128 fingerprint) => _seams.Contains(fingerprint);

    public void Add(UInt128 fingerprint, SeamTraits traits) => _units[fingerprint] = traits;

    public void AddSeam(UInt128 fingerprint) => _seams.Add(fingerprint);
}
