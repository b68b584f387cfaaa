namespace LumenArgus.Scanning.Responses.Rewriting;

/// <summary>Names in the events of Anthropic, OpenAI, Gemini and Ollama.</summary>
internal static class PieceNames
{
    /// <summary>Properties whose strings are texts for the user or a tool: all that <see cref="EventNames.IsPart"/> knows but for the thoughts.</summary>
    public static bool IsText(ReadOnlySpan<byte> name) => EventNames.IsPart(name) && !IsThought(name);

    /// <summary>Properties that hold thoughts; they may be signed, and are not shown to be acted upon.</summary>
    public static bool IsThought(ReadOnlySpan<byte> name) => name.StartsWith("thinking"u8) || name.StartsWith("reasoning"u8);

    /// <summary>Types of objects that hold thoughts: OpenAI's <c>reasoning</c>, Anthropic's <c>thinking</c> and <c>redacted_thinking</c>, and events about them.</summary>
    public static bool IsThoughtType(ReadOnlySpan<byte> type) => IsThought(type) || type.SequenceEqual("redacted_thinking"u8) || type.StartsWith("response.reasoning"u8);

    /// <summary>Properties whose value is the arguments of a tool call, as an object.</summary>
    public static bool IsArguments(ReadOnlySpan<byte> name) => name.SequenceEqual("input"u8) || name.SequenceEqual("args"u8) || name.SequenceEqual("arguments"u8);

    /// <summary>Properties whose string is the arguments of a tool call, as JSON.</summary>
    public static bool IsJson(ReadOnlySpan<byte> name) => name.SequenceEqual("arguments"u8) || name.SequenceEqual("partial_json"u8);

    /// <summary>Arrays of which each element has texts of its own that end on their own.</summary>
    public static bool IsChoices(ReadOnlySpan<byte> name) => name.SequenceEqual("choices"u8) || name.SequenceEqual("candidates"u8);

    /// <summary>Properties that are null until the texts beside them have ended.</summary>
    public static bool IsReason(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("finish_reason"u8) || name.SequenceEqual("finishReason"u8) || name.SequenceEqual("stop_reason"u8) || name.SequenceEqual("done_reason"u8);
}
