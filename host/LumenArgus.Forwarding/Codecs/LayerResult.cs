namespace LumenArgus.Forwarding.Codecs;

/// <summary>How undoing one coding ended.</summary>
internal enum LayerResult
{
    Complete,
    Corrupt,
    TooLarge,
    Unavailable,
}
