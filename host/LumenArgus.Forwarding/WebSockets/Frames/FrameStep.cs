namespace LumenArgus.Forwarding.WebSockets.Frames;

/// <summary>What the next bytes of a connection are.</summary>
internal readonly record struct FrameStep(FrameStepKind Kind)
{
    /// <summary>The frame that they belong to.</summary>
    public FrameHeader Header { get; init; }

    /// <summary>Bytes of the head among them.</summary>
    public int HeaderLength { get; init; }

    /// <summary>Bytes of payload among them, behind the head.</summary>
    public int PayloadLength { get; init; }

    /// <summary>Where their payload stands in the payload of the frame; masks depend on it.</summary>
    public long PayloadOffset { get; init; }

    public bool StartsMessage { get; init; }

    public bool EndsFrame { get; init; }

    public bool EndsMessage { get; init; }

    /// <summary>What is wrong, in words; null if nothing is.</summary>
    public string? Problem { get; init; }

    public int Length => HeaderLength + PayloadLength;
}
