namespace LumenArgus.Scanning.Findings;

/// <summary>How much a hit knows of its value, least first. Where hits share a byte, the one that knows least gives way.</summary>
internal enum Certainty : byte
{
    /// <summary>A generic shape near a keyword.</summary>
    Nearby,

    /// <summary>A generic shape.</summary>
    Generic,

    /// <summary>A format of its own.</summary>
    Specific,
}
