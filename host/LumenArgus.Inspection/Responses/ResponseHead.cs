namespace LumenArgus.Inspection.Responses;

/// <summary>What the head of a response says about its body.</summary>
/// <param name="ContentType">The media type, or null.</param>
/// <param name="ContentEncoding">The content codings, or null.</param>
public readonly record struct ResponseHead(string? ContentType, string? ContentEncoding)
{
    /// <summary>The content codings as a list of header lines.</summary>
    internal IReadOnlyList<string> ContentEncodings => ContentEncoding is null ? [] : [ContentEncoding];
}
