namespace LumenArgus.Forwarding.WebSockets.Frames;

/// <summary>The close codes that we use or note (RFC 6455, 7.4.1).</summary>
public static class CloseCode
{
    public const int GoingAway = 1001;

    public const int ProtocolError = 1002;

    /// <summary>Never sent: a close frame came without a code.</summary>
    public const int NoCode = 1005;

    /// <summary>Never sent: the connection ended without a close frame.</summary>
    public const int Abnormal = 1006;

    public const int PolicyViolation = 1008;
}
