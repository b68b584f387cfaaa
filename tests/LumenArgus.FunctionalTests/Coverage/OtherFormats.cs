namespace LumenArgus.FunctionalTests.Coverage;

/// <summary>Slots of Bedrock (docs.aws.amazon.com/bedrock/latest/APIReference) and Ollama (docs.ollama.com/api).</summary>
internal static class OtherFormats
{
    private const string Converse = """
        {"system":[{"text":"‹system›"},{"guardContent":{"text":{"text":"‹system›"}}}],
         "inferenceConfig":{"stopSequences":["‹metadata›"]},"requestMetadata":{"‹property_name›":"‹metadata›"},
         "additionalModelRequestFields":{"x":{"y":"‹metadata›"}},"guardrailConfig":{"guardrailIdentifier":"‹metadata›"},
         "promptVariables":{"name":{"text":"‹user›"}},
         "toolConfig":{"tools":[{"toolSpec":{"name":"‹tool_definition›","description":"‹tool_definition›","inputSchema":{"json":{"properties":{"‹property_name›":{"description":"‹tool_definition›","default":"‹tool_definition›"}}}}}}],"toolChoice":{"tool":{"name":"‹tool_definition›"}}},
         "messages":[
           {"role":"user","content":[{"text":"‹user›"}]},
           {"role":"assistant","content":[{"text":"‹assistant›"},{"reasoningContent":{"reasoningText":{"text":"‹assistant›","signature":"‹assistant›"}}},
             {"toolUse":{"toolUseId":"t","name":"‹tool_call›","input":{"role":"user","path":"‹tool_call›"}}}]},
           {"role":"user","content":[
             {"toolResult":{"toolUseId":"t","content":[{"text":"‹tool_result+›"},{"json":{"x":"‹tool_result+›"}},{"document":{"name":"‹tool_result+›","source":{"bytes":"‹tool_result+~›"}}}]}},
             {"document":{"name":"‹document+›","format":"txt","source":{"bytes":"‹document+~›"},"context":"‹document+›"}},
             {"image":{"format":"png","source":{"bytes":"‹document+~›"}}},
             {"video":{"source":{"s3Location":{"uri":"s3://x/‹document+›"}}}},
             {"searchResult":{"source":"‹document+›","title":"‹document+›","content":[{"text":"‹document+›"}]}},
             {"text":"‹user+›"}]}]}
        """;

    public static readonly BodyFormat[] All =
    [
        new("bedrock converse", "/model/m/converse", Converse),
        new("bedrock converse-stream", "/model/m/converse-stream", Converse),
        new("bedrock invoke of Claude", "/model/anthropic.claude-x/invoke", AnthropicFormats.Messages),
        new("bedrock invoke of Titan", "/model/amazon.titan/invoke-with-response-stream", """{"inputText":"‹user+›","textGenerationConfig":{"stopSequences":["‹metadata+›"]}}"""),
        new("bedrock invoke of Cohere", "/model/cohere.command/invoke", """{"message":"‹user+›","preamble":"‹system+›","documents":[{"title":"‹document+›","snippet":"‹document+›"}],"texts":["‹user+›"]}"""),
        new("ollama chat", "/api/chat", """
            {"model":"‹metadata›","format":{"properties":{"x":{"description":"‹metadata›"}}},"options":{"stop":["‹metadata›"]},"keep_alive":"‹metadata›",
             "tools":[{"type":"function","function":{"name":"‹tool_definition›","description":"‹tool_definition›"}}],
             "messages":[{"role":"system","content":"‹system›"},{"role":"user","content":"‹user›","images":["‹document~›"]},
               {"role":"assistant","content":"‹assistant›","thinking":"‹assistant›","tool_calls":[{"function":{"name":"‹tool_call›","arguments":{"x":"‹tool_call›"}}}]},
               {"role":"tool","tool_name":"‹tool_result+›","content":"‹tool_result+›"},{"role":"user","content":"‹user+›","images":["‹document+~›"]}]}
            """),
        new("ollama generate", "/api/generate", """{"model":"‹metadata+›","prompt":"‹user+›","suffix":"‹user+›","system":"‹system+›","template":"‹system+›","images":["‹document+~›"],"format":{"x":"‹metadata+›"},"options":{"stop":["‹metadata+›"]}}"""),
        new("ollama embed", "/api/embed", """{"model":"m","input":["‹user+›","‹user+›"]}"""),
        new("ollama embeddings", "/api/embeddings", """{"model":"m","prompt":"‹user+›"}"""),
    ];
}
