using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Proxy.Providers;

/// <summary>
/// Amazon Bedrock's runtime (docs.aws.amazon.com/bedrock/latest/APIReference): the region is in the scope of the signature, and the signature covers host and body.
/// </summary>
internal sealed class BedrockProvider : IProvider
{
    private const string ModelPrefix = "/model/";

    private static readonly string[] Operations = ["/invoke", "/invoke-with-response-stream", "/converse", "/converse-stream", "/count-tokens"];

    public string Name => "bedrock";

    public Uri? DefaultUpstream => null;

    public ImmutableArray<FieldLabel> Labels { get; } =
    [
        .. LabelsIn(""),
        .. LabelsIn("input.converse."),

        // Bodies of invoke are those of the model's maker.
        .. FieldLabels.Each(FieldRole.User, "prompt", "inputText", "message", "texts", "promptVariables"),
        new("preamble", FieldRole.System),
        new("documents", FieldRole.Document),
        new("images", FieldRole.Document),
        .. FieldLabels.Parameters("textGenerationConfig", "anthropic_beta", "stop"),
        .. new AnthropicProvider().Labels,
    ];

    public bool MatchesPath(string path) =>
        path.StartsWith(ModelPrefix, StringComparison.Ordinal) && Array.Exists(Operations, operation => path.EndsWith(operation, StringComparison.Ordinal));

    public bool MatchesHeaders(RequestHead head) => AwsSignature.Read(head) is { Service: "bedrock" };

    public ProviderRequest Read(RequestHead head)
    {
        var signature = AwsSignature.Read(head);
        var region = signature is { Service: "bedrock" } && RegionName.IsValid(signature.Region) ? signature.Region : null;
        return new ProviderRequest
        {
            Upstream = region is null ? null : new Uri($"https://bedrock-runtime.{region}.amazonaws.com{(region.StartsWith("cn-", StringComparison.Ordinal) ? ".cn" : "")}"),
            Problem = region is null
                ? "the request is not signed for a region of Amazon Bedrock: set proxy.upstream.bedrock in config.yaml to https://bedrock-runtime.<region>.amazonaws.com"
                : null,
            Model = ModelIn(head.Path),
        };
    }

    // https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html#operation-error-serialization
    public byte[] ErrorBody(int statusCode, string type, string message) => JsonBody.Write(writer =>
    {
        writer.WriteString("__type"u8, statusCode < 500 ? "ValidationException"u8 : "ServiceUnavailableException"u8);
        writer.WriteString("message"u8, message);
    });

    private static string? ModelIn(string path)
    {
        if (!path.StartsWith(ModelPrefix, StringComparison.Ordinal) || path.LastIndexOf('/') <= ModelPrefix.Length)
        {
            return null;
        }

        return Uri.UnescapeDataString(path[ModelPrefix.Length..path.LastIndexOf('/')]);
    }

    private static IEnumerable<FieldLabel> LabelsIn(string wrapper) =>
    [
        new(wrapper + "messages", FieldRole.Unknown) { HoldsMessages = true },
        new(wrapper + "system", FieldRole.System),
        new(wrapper + "toolConfig", FieldRole.ToolDefinition),
        new(wrapper + "messages[].content[].toolUse", FieldRole.ToolCall),
        new(wrapper + "messages[].content[].toolResult", FieldRole.ToolResult),
        .. FieldLabels.Each(
            FieldRole.Document,
            new[] { "document", "image", "video", "searchResult" }.Select(block => $"{wrapper}messages[].content[].{block}")),
        .. FieldLabels.Parameters(
            wrapper + "inferenceConfig", wrapper + "guardrailConfig", wrapper + "additionalModelRequestFields", wrapper + "requestMetadata", wrapper + "performanceConfig"),
    ];
}
