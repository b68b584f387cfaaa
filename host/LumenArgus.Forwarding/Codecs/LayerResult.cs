namespace LumenArgus.Forwarding.Codecs;

/// <summary>How undoing one coding ended.</summary>
internal enum LayerResult
{
    Complete,
    Corrupt,

    /// <summary>All is well as far as it goes, but the input ends too early.</summary>
    Cut,
    TooLarge,
    Unavailable,
}
