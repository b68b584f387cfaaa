namespace LumenArgus.Forwarding.WebSockets.Messages;

internal enum InflateStatus
{
    /// <summary>All that came was read.</summary>
    Ok,

    /// <summary>The bytes are no deflate data, or refer back to what never was.</summary>
    Corrupt,

    /// <summary>The data says that it ends (RFC 7692, 7.2.3.4). What follows was not looked at.</summary>
    Ended,
}
