using LumenArgus.Scanning.Responses;

namespace LumenArgus.Inspection.Responses;

/// <summary>What the head of a response says about its body.</summary>
/// <param name="ContentType">The media type, or null.</param>
/// <param name="ContentEncoding">The content codings, or null.</param>
public readonly record struct ResponseHead(string? ContentType, string? ContentEncoding)
{
    /// <summary>Whether it answers a message of the Model Context Protocol.</summary>
    public bool IsMcp { get; init; }

    /// <summary>Whether it is a stream of such messages, which can be told apart as they come.</summary>
    public bool IsMessageStream => IsMcp && ContentEncoding is null && ResponseShapes.Of(ContentType) == ResponseShape.Events;

    /// <summary>How the body is divided.</summary>
    internal ResponseShape Shape
    {
        get
        {
            var shape = ResponseShapes.Of(ContentType);
            return IsMcp && shape is ResponseShape.Whole or ResponseShape.Events ? ResponseShape.Messages : shape;
        }
    }

    /// <summary>The content codings as a list of header lines.</summary>
    internal IReadOnlyList<string> ContentEncodings => ContentEncoding is null ? [] : [ContentEncoding];
}
