namespace LumenArgus.Forwarding.WebSockets.Frames;

internal enum FrameStepKind
{
    /// <summary>Nothing can be said before more bytes are there.</summary>
    NeedMore,

    /// <summary>A part of a data frame: its head, some or all of its payload, or both.</summary>
    Data,

    /// <summary>A whole control frame.</summary>
    Control,

    /// <summary>The bytes break the protocol; nothing behind them has a meaning.</summary>
    Violation,
}
