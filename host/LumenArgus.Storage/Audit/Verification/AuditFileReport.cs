namespace LumenArgus.Storage.Audit.Verification;

/// <summary>The result of the check of one file.</summary>
/// <param name="Path">The file.</param>
/// <param name="State">What it says.</param>
/// <param name="Lines">Whole lines that were read.</param>
public sealed record AuditFileReport(string Path, AuditFileState State, long Lines)
{
    /// <summary>The first broken line; 0 if none is.</summary>
    public long BrokenLine { get; init; }

    /// <summary>What is wrong there, in words.</summary>
    public string? Problem { get; init; }

    /// <summary>What else there is to say.</summary>
    public string? Note { get; init; }

    /// <summary>Hash of the last whole line of a chained file.</summary>
    public string? LastHash { get; init; }

    /// <summary>The file that its first line names as the one before.</summary>
    public string? PreviousFile { get; init; }

    /// <summary>The hash in its first line.</summary>
    public string? FirstLink { get; init; }
}
