using LumenArgus.Forwarding.Bodies;
using LumenArgus.Scanning.Responses;

namespace LumenArgus.Inspection.Responses;

/// <summary>From the captured bytes of a response to its texts.</summary>
internal static class ResponseTexts
{
    // What a compressed response may unfold to, as a multiple of the text that is kept: events are mostly frame.
    private const int UnfoldedShare = 32;

    /// <summary>Undoes content codings and assembles the texts.</summary>
    /// <param name="raw">The bytes; not released here.</param>
    /// <param name="isWhole">Whether they are the whole response.</param>
    /// <param name="head">What its head said.</param>
    /// <param name="maxBytes">The most bytes of text to keep.</param>
    /// <param name="budget">The memory of bodies.</param>
    /// <returns>The texts, and what could not be looked at for another reason than the limit.</returns>
    public static (AssembledResponse Response, string? Problem) Assemble(BodyLease raw, bool isWhole, ResponseHead head, int maxBytes, BodyBudget budget)
    {
        var limits = new DecodeLimits(MaxDecodedBytes: (long)maxBytes * UnfoldedShare);
        var decoded = ContentDecoder.Decode(raw, head.ContentEncodings, limits, budget);
        try
        {
            var assembler = ResponseAssembler.Start(head.Shape, maxBytes);

            // What could be decoded is looked at; else the bytes as they are: a wrong label must not hide plain text.
            assembler.Append((decoded.Body is { Length: > 0 } content ? content : raw).Memory.Span);

            // A response that was cut in the middle cannot be decoded to its end; what came was looked at.
            var isUnderstood = decoded.Status is DecodeStatus.Identity or DecodeStatus.Decoded || (decoded.Status == DecodeStatus.Cut && !isWhole);
            return (assembler.Complete(), isUnderstood ? null : decoded.Detail);
        }
        finally
        {
            decoded.Body?.MarkSensitive();
            decoded.Body?.Release();
        }
    }
}
