using LumenArgus.Forwarding.Bodies;

namespace LumenArgus.Forwarding.WebSockets.Messages;

/// <summary>A message, or its first part, that waits to be let through.</summary>
public sealed record RelayedMessage
{
    /// <summary>What was said: unmasked, without frame heads, inflated. Valid until the judgement has ended, unless a reference is added.</summary>
    public required BodyLease Payload { get; init; }

    /// <summary>Whether it calls itself text; else it is binary.</summary>
    public required bool IsText { get; init; }

    /// <summary>Whether it has come to its end. If not, it is larger than what is held, and the rest follows only if this part may go.</summary>
    public required bool IsWhole { get; init; }

    /// <summary>Bytes beyond what is held that have come already.</summary>
    public required long BytesBeyond { get; init; }

    /// <summary>Why the payload is not what was said, in words; null if it is. The payload then has the bytes as they came.</summary>
    public string? Unreadable { get; init; }
}
