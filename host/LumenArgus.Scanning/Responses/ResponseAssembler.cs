namespace LumenArgus.Scanning.Responses;

/// <summary>Takes a response in chunks, as they come. Not thread safe. Never throws on content.</summary>
public abstract class ResponseAssembler
{
    private protected ResponseAssembler(int maxBytes)
    {
        MaxBytes = maxBytes;
        Texts = new EventTexts(maxBytes);
    }

    private protected int MaxBytes { get; }

    private protected EventTexts Texts { get; }

    /// <summary>Begins a response.</summary>
    /// <param name="shape">How it is divided.</param>
    /// <param name="maxBytes">The most bytes of text to keep.</param>
    /// <returns>The assembler.</returns>
    public static ResponseAssembler Start(ResponseShape shape, int maxBytes) => shape switch
    {
        ResponseShape.Events => new EventAssembler(maxBytes),
        ResponseShape.Lines => new LineAssembler(maxBytes),
        ResponseShape.Frames => new FrameAssembler(maxBytes),
        ResponseShape.Messages => new MessageAssembler(maxBytes),
        _ => new WholeAssembler(maxBytes),
    };

    /// <summary>Takes the next bytes.</summary>
    /// <param name="chunk">Any number of them.</param>
    public abstract void Append(ReadOnlySpan<byte> chunk);

    /// <summary>Ends the response, also one that was cut.</summary>
    /// <returns>Its texts.</returns>
    public abstract AssembledResponse Complete();
}
