namespace LumenArgus.Scanning.Responses;

/// <summary>Names of the providers' events. What is in none of these lists is kept by itself.</summary>
internal static class EventNames
{
    /// <summary>
    /// Properties whose strings are parts of a text. Anthropic: text, thinking, partial_json. OpenAI: content, reasoning_content, refusal, arguments, delta, text,
    /// transcript. Gemini: text. Bedrock: text, input. Ollama: content, thinking, response. Cohere, Mistral and models on Bedrock: text, content, completion,
    /// generation, outputText.
    /// </summary>
    public static bool IsPart(ReadOnlySpan<byte> name) => name.Length switch
    {
        4 => name.SequenceEqual("text"u8) || name.SequenceEqual("code"u8),
        5 => name.SequenceEqual("delta"u8) || name.SequenceEqual("input"u8),
        6 => name.SequenceEqual("output"u8),
        7 => name.SequenceEqual("content"u8) || name.SequenceEqual("refusal"u8),
        8 => name.SequenceEqual("thinking"u8) || name.SequenceEqual("response"u8),
        9 => name.SequenceEqual("arguments"u8) || name.SequenceEqual("reasoning"u8),
        10 => name.SequenceEqual("completion"u8) || name.SequenceEqual("generation"u8) || name.SequenceEqual("outputText"u8) || name.SequenceEqual("transcript"u8),
        12 => name.SequenceEqual("partial_json"u8),
        14 => name.SequenceEqual("reasoning_text"u8),
        17 => name.SequenceEqual("reasoning_content"u8),
        _ => false,
    };

    /// <summary>Properties that say which text an event is for.</summary>
    public static bool IsIdentity(ReadOnlySpan<byte> name) => name.Length switch
    {
        5 => name.SequenceEqual("index"u8),
        7 => name.SequenceEqual("item_id"u8),
        12 => name.SequenceEqual("output_index"u8),
        13 => name.SequenceEqual("content_index"u8) || name.SequenceEqual("summary_index"u8),
        17 => name.SequenceEqual("contentBlockIndex"u8),
        _ => false,
    };

    /// <summary>The name under which a container is looked up: Anthropic's <c>content_block</c> opens the text that the <c>delta</c>s go on with.</summary>
    public static ReadOnlySpan<byte> Place(ReadOnlySpan<byte> container) => container.SequenceEqual("content_block"u8) ? "delta"u8 : container;
}
