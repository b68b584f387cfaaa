using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Proxy.Providers;

/// <summary>Google's Generative Language API (ai.google.dev/api), and Code Assist, which puts the same body into <c>request</c>.</summary>
internal sealed class GeminiProvider : IProvider
{
    private const string ModelsSegment = "/models/";
    private const string CodeAssistPath = "/v1internal";

    private static readonly Uri CodeAssist = new("https://cloudcode-pa.googleapis.com");

    private static readonly string[] Methods =
    [
        ":generateContent", ":streamGenerateContent", ":countTokens", ":embedContent", ":batchEmbedContents", ":batchGenerateContent", ":generateAnswer",
    ];

    // Around what all of them have: nothing, the wrapper of Code Assist, that of countTokens.
    private static readonly string[] Wrappers = ["", "request.", "generateContentRequest.", "generate_content_request."];

    public string Name => "gemini";

    public Uri DefaultUpstream { get; } = new("https://generativelanguage.googleapis.com");

    public ImmutableArray<string> Hosts { get; } = ["generativelanguage.googleapis.com", "cloudcode-pa.googleapis.com"];

    public ImmutableArray<FieldLabel> Labels { get; } =
    [
        .. Wrappers.SelectMany(LabelsIn),
        .. FieldLabels.Parameters("request", "generateContentRequest", "generate_content_request"),
        new("content", FieldRole.User),
        new("requests[].content", FieldRole.User),
        new("**.executableCode", FieldRole.ToolCall),
        new("**.executable_code", FieldRole.ToolCall),
        new("**.codeExecutionResult", FieldRole.ToolResult),
        new("**.code_execution_result", FieldRole.ToolResult),

        // predict of Vertex
        new("instances", FieldRole.User),
        .. FieldLabels.Parameters("parameters", "labels"),
    ];

    // The method is the part behind the colon: /v1beta/models/<model>:generateContent.
    public bool MatchesPath(string path) =>
        PathPrefix.Matches(path, "/v1beta") || PathPrefix.Matches(path, CodeAssistPath) || path.Contains("/generateContent", StringComparison.Ordinal)
        || Array.Exists(Methods, method => path.EndsWith(method, StringComparison.Ordinal));

    public bool MatchesHeaders(RequestHead head) => head.HasHeader("x-goog-api-key");

    public ProviderRequest Read(RequestHead head) => new()
    {
        Upstream = PathPrefix.Matches(head.Path, CodeAssistPath) ? CodeAssist : null,
        Model = ModelIn(head.Path),

        // https://ai.google.dev/gemini-api/docs/openai
        Format = head.Path.Contains("/openai/", StringComparison.Ordinal) ? "openai" : null,
    };

    // https://cloud.google.com/apis/design/errors#http_mapping
    public byte[] ErrorBody(int statusCode, string type, string message) => JsonBody.Write(writer =>
    {
        writer.WriteStartObject("error"u8);
        writer.WriteNumber("code"u8, statusCode);
        writer.WriteString("message"u8, message);
        writer.WriteString("status"u8, statusCode switch
        {
            < 500 => "INVALID_ARGUMENT"u8,
            504 => "DEADLINE_EXCEEDED"u8,
            _ => "UNAVAILABLE"u8,
        });
        writer.WriteEndObject();
    });

    /// <summary>The model behind <c>/models/</c>; null if there is none.</summary>
    public static string? ModelIn(string path)
    {
        var start = path.IndexOf(ModelsSegment, StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        var model = path.AsSpan(start + ModelsSegment.Length);
        var end = model.IndexOfAny(':', '/');
        return end == 0 ? null : new string(end < 0 ? model : model[..end]);
    }

    private static IEnumerable<FieldLabel> LabelsIn(string wrapper) =>
    [
        new(wrapper + "contents", FieldRole.User) { HoldsMessages = true },
        .. FieldLabels.Each(FieldRole.System, wrapper + "systemInstruction", wrapper + "system_instruction"),
        new(wrapper + "tools", FieldRole.ToolDefinition),
        .. FieldLabels.Parameters(
            wrapper + "generationConfig", wrapper + "generation_config", wrapper + "safetySettings", wrapper + "safety_settings", wrapper + "toolConfig", wrapper + "tool_config"),
    ];
}
