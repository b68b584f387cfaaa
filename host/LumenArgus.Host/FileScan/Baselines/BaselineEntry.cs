namespace LumenArgus.Host.FileScan.Baselines;

/// <summary>One known finding.</summary>
internal readonly record struct BaselineEntry(string Detector, string Type, string File, string ValueHash);
