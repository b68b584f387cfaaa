namespace LumenArgus.Forwarding.WebSockets.Relay;

/// <summary>Why a direction moves nothing any more.</summary>
internal enum PumpEnd
{
    /// <summary>Its sender sent a close frame.</summary>
    Closed,

    /// <summary>Its sender, or who it goes to, is gone without one.</summary>
    Gone,
}
