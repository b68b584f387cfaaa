namespace LumenArgus.Inspection.Failing;

/// <summary>What can fail while an exchange is inspected.</summary>
public enum FailCase
{
    /// <summary>The host's own scan.</summary>
    Scan,

    /// <summary>A detector of a plugin.</summary>
    Plugin,

    /// <summary>Undoing the content coding of a body or a part.</summary>
    Decode,

    /// <summary>Capturing a body that is too large.</summary>
    Oversize,

    /// <summary>A hook that decides.</summary>
    Hook,

    /// <summary>Writing the audit line.</summary>
    Audit,

    /// <summary>Storing the findings.</summary>
    Store,
}
