namespace LumenArgus.Host.FileScan.Baselines;

/// <summary>Collects the findings of a run for a new baseline.</summary>
internal sealed class BaselineRecorder
{
    private readonly ValueHash _hash = ValueHash.Create();
    private readonly List<BaselineEntry> _entries = [];

    public int Count => _entries.Count;

    public void Add(FileReport report)
    {
        foreach (var finding in report.Findings.Select(static found => found.Finding).Where(Baseline.CanHold))
        {
            _entries.Add(new BaselineEntry(finding.Detector, finding.Type, report.Name, _hash.Of(finding.Value.Reveal())));
        }
    }

    /// <summary>Writes the file.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be written.</exception>
    public void Write(string path, TimeProvider clock) => BaselineFile.Write(path, _hash, _entries, clock);
}
