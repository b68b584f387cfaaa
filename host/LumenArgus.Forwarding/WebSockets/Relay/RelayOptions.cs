using LumenArgus.Forwarding.Bodies;
using LumenArgus.Forwarding.WebSockets.Messages;

namespace LumenArgus.Forwarding.WebSockets.Relay;

/// <summary>How one connection is relayed.</summary>
public sealed record RelayOptions
{
    /// <summary>What the handshake agreed on.</summary>
    public required ExtensionAgreement Agreement { get; init; }

    /// <summary>Memory for messages that are held.</summary>
    public required BodyBudget Budget { get; init; }

    /// <summary>Decides about messages to the server; null lets them pass as they come.</summary>
    public IMessageJudge? OutboundJudge { get; init; }

    /// <summary>Decides about messages from the server; null lets them pass as they come.</summary>
    public IMessageJudge? InboundJudge { get; init; }

    /// <summary>Bytes of a message that are held and looked at.</summary>
    /// <value>Default 1 MB.</value>
    public int MaxMessageBytes { get; init; } = 1024 * 1024;

    /// <summary>How long neither end may send anything, be it a ping.</summary>
    /// <value>Default 60 minutes: tools keep a connection between two prompts.</value>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromMinutes(60);

    /// <summary>How long an end has to answer a close frame.</summary>
    /// <value>Default 5 s.</value>
    public TimeSpan CloseTimeout { get; init; } = TimeSpan.FromSeconds(5);
}
