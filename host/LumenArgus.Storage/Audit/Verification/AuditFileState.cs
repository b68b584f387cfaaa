namespace LumenArgus.Storage.Audit.Verification;

/// <summary>What the check of one file says.</summary>
public enum AuditFileState
{
    /// <summary>Each line follows the one before.</summary>
    Whole,

    /// <summary>It was written without a chain, so nothing can be said.</summary>
    Unchained,

    /// <summary>It has no line.</summary>
    Empty,

    /// <summary>A line was changed, removed, added or moved.</summary>
    Broken,
}
