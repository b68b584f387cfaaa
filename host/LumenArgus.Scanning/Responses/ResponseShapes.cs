namespace LumenArgus.Scanning.Responses;

/// <summary>Which shape a response has.</summary>
public static class ResponseShapes
{
    /// <summary>The shape of a media type.</summary>
    /// <param name="contentType">The Content-Type header, or null.</param>
    /// <returns>The shape; that of one value where the type says nothing.</returns>
    public static ResponseShape Of(string? contentType)
    {
        var type = contentType.AsSpan();
        var parameters = type.IndexOf(';');
        type = (parameters < 0 ? type : type[..parameters]).Trim();
        return Is(type, "text/event-stream") ? ResponseShape.Events
            : Is(type, "application/x-ndjson") || Is(type, "application/ndjson") || Is(type, "application/jsonl") || Is(type, "application/stream+json") ? ResponseShape.Lines
            : Is(type, "application/vnd.amazon.eventstream") ? ResponseShape.Frames
            : ResponseShape.Whole;
    }

    /// <summary>Whether a body is a stream of events although its type does not say so.</summary>
    internal static bool LooksLikeEvents(ReadOnlySpan<byte> body) =>
        body.StartsWith("data:"u8) || body.StartsWith("event:"u8) || body.StartsWith("id:"u8) || body.StartsWith(": "u8);

    private static bool Is(ReadOnlySpan<char> type, string name) => type.Equals(name, StringComparison.OrdinalIgnoreCase);
}
