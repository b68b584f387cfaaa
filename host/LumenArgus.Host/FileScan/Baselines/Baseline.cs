using LumenArgus.Abstractions.Model;

namespace LumenArgus.Host.FileScan.Baselines;

/// <summary>Findings that are known and do not count. A finding is known by detector, type, file and value; where in the file it stands does not matter.</summary>
internal sealed class Baseline
{
    private readonly ValueHash _hash;
    private readonly HashSet<BaselineEntry> _entries;
    private readonly HashSet<(string Detector, string Type, string File)> _places;

    public Baseline(ValueHash hash, IReadOnlyCollection<BaselineEntry> entries)
    {
        _hash = hash;
        _entries = [.. entries];
        _places = [.. entries.Select(static entry => (entry.Detector, entry.Type, entry.File))];
    }

    public static Baseline Empty { get; } = new(ValueHash.Plain, []);

    /// <summary>What the host says of its own work has no value and is never known.</summary>
    public static bool CanHold(Finding finding) => finding.Origin == FindingOrigin.Detector && !finding.Value.IsEmpty;

    // The hash is slow on purpose: it is only made where the rest fits.
    public bool Contains(string file, Finding finding) =>
        CanHold(finding)
        && _places.Contains((finding.Detector, finding.Type, file))
        && _entries.Contains(new BaselineEntry(finding.Detector, finding.Type, file, _hash.Of(finding.Value.Reveal())));
}
