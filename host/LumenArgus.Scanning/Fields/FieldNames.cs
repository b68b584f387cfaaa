namespace LumenArgus.Scanning.Fields;

/// <summary>The property names and block types that providers give a meaning to. They only make labels: no text is left out because of them.</summary>
internal static class FieldNames
{
    /// <summary>Text that only the provider can read and that it verifies: never edited.</summary>
    public static bool IsOpaqueContent(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("encrypted_content"u8) || name.SequenceEqual("thoughtSignature"u8) || name.SequenceEqual("thought_signature"u8);

    public static bool IsSystem(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("system"u8) || name.SequenceEqual("instructions"u8)
        || name.SequenceEqual("systemInstruction"u8) || name.SequenceEqual("system_instruction"u8);

    public static bool IsToolList(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("tools"u8) || name.SequenceEqual("functions"u8)
        || name.SequenceEqual("functionDeclarations"u8) || name.SequenceEqual("function_declarations"u8);

    public static bool IsToolCall(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("tool_calls"u8) || name.SequenceEqual("function_call"u8) || name.SequenceEqual("functionCall"u8);

    public static bool IsToolResult(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("functionResponse"u8) || name.SequenceEqual("function_response"u8);

    public static bool IsUserInput(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("input"u8) || name.SequenceEqual("prompt"u8) || name.SequenceEqual("contents"u8);

    /// <summary>Types such as <c>tool_use</c>, <c>server_tool_use</c>, <c>function_call</c>, <c>custom_tool_call</c>.</summary>
    public static bool IsToolCallType(ReadOnlySpan<byte> type) => type.EndsWith("tool_use"u8) || type.EndsWith("_call"u8);

    /// <summary>Types such as <c>tool_result</c>, <c>web_search_tool_result</c>, <c>function_call_output</c>.</summary>
    public static bool IsToolResultType(ReadOnlySpan<byte> type) => type.EndsWith("tool_result"u8) || type.EndsWith("_call_output"u8);

    /// <summary>Types of blocks that put a file or what was found elsewhere into the conversation: <c>document</c>, <c>search_result</c>, <c>input_file</c>, <c>image_url</c>.</summary>
    public static bool IsDocumentType(ReadOnlySpan<byte> type) =>
        type.SequenceEqual("document"u8) || type.SequenceEqual("search_result"u8) || type.SequenceEqual("image"u8) || type.SequenceEqual("image_url"u8)
        || type.SequenceEqual("file"u8) || type.SequenceEqual("input_file"u8) || type.SequenceEqual("input_image"u8) || type.SequenceEqual("input_audio"u8);

    /// <summary>Properties that hold a file, whatever object they stand in.</summary>
    public static bool IsDocument(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("inlineData"u8) || name.SequenceEqual("inline_data"u8) || name.SequenceEqual("fileData"u8)
        || name.SequenceEqual("file_data"u8) || name.SequenceEqual("image_url"u8) || name.SequenceEqual("input_audio"u8);

    /// <summary>Arguments by which file tools name their file.</summary>
    public static bool IsFileArgument(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("file_path"u8) || name.SequenceEqual("path"u8) || name.SequenceEqual("filename"u8)
        || name.SequenceEqual("notebook_path"u8) || name.SequenceEqual("absolute_path"u8) || name.SequenceEqual("filePath"u8);

    /// <summary>Identifiers by which a result names its call.</summary>
    public static bool IsCallReference(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("tool_use_id"u8) || name.SequenceEqual("tool_call_id"u8) || name.SequenceEqual("call_id"u8);
}
