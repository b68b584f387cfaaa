namespace LumenArgus.Forwarding.WebSockets.Handshake;

/// <summary>How a handshake ended.</summary>
public enum DialOutcome
{
    /// <summary>The server switched: frames may flow.</summary>
    Switched,

    /// <summary>The server answered something else.</summary>
    Refused,

    /// <summary>The request cannot be written as HTTP/1.1. Nothing was sent.</summary>
    InvalidRequest,

    /// <summary>The name leads to no address that may be connected to. Nothing was sent.</summary>
    ForbiddenAddress,

    /// <summary>There was no connection or no answer.</summary>
    Failed,

    /// <summary>There was no connection or no answer in time.</summary>
    TimedOut,

    /// <summary>The client left.</summary>
    ClientGone,
}
