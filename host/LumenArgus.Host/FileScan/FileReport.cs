using System.Collections.Immutable;

namespace LumenArgus.Host.FileScan;

/// <summary>What the scan of one file gave.</summary>
/// <param name="Name">Name of the file in the output.</param>
internal sealed record FileReport(string Name)
{
    /// <summary>The findings, in the order of the file.</summary>
    public ImmutableArray<LocatedFinding> Findings { get; init; } = [];

    /// <summary>Its size.</summary>
    public long Bytes { get; init; }

    /// <summary>Whether it is no text.</summary>
    public bool IsBinary { get; init; }

    /// <summary>Hits that an allowlist took away.</summary>
    public long AllowedHits { get; init; }

    /// <summary>Whether an allowlist exempts the whole file.</summary>
    public bool IsExempt { get; init; }

    /// <summary>Why it was not scanned; null if it was.</summary>
    public string? Problem { get; init; }

    /// <summary>The exit code that its findings ask for.</summary>
    public int ExitCode => ScanExitCode.Of(Findings);
}
