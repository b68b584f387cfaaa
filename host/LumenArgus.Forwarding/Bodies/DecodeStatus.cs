namespace LumenArgus.Forwarding.Bodies;

/// <summary>What became of an attempt to undo a body's content codings.</summary>
public enum DecodeStatus
{
    /// <summary>There is nothing to undo: the raw body is what is to be looked at.</summary>
    Identity,

    /// <summary>All codings were undone.</summary>
    Decoded,

    /// <summary>A coding is unknown, its library is absent, or there are more layers than are followed. Nothing was decoded.</summary>
    Unsupported,

    /// <summary>The body is not what its codings say. What could be decoded before that is there.</summary>
    Corrupt,

    /// <summary>The body is what its codings say, but ends too early. What could be decoded is there.</summary>
    Cut,

    /// <summary>A limit was reached. What was decoded up to it is there.</summary>
    TooLarge,
}
