namespace LumenArgus.Host.FileScan.Inputs;

/// <summary>Something to scan, not read yet.</summary>
/// <param name="Name">Its name in the output.</param>
/// <param name="Read">Reads it; called once, on any thread.</param>
internal sealed record ScanInput(string Name, Func<ScanTarget> Read);
