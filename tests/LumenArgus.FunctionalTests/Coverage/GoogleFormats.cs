namespace LumenArgus.FunctionalTests.Coverage;

/// <summary>Slots of ai.google.dev/api/generate-content, tokens and embeddings, in both casings; the same at Vertex and in the wrapper of Code Assist.</summary>
internal static class GoogleFormats
{
    public const string Generate = """
        {"systemInstruction":{"role":"user","parts":[{"text":"‹system›"}]},
         "cachedContent":"‹metadata›",
         "generationConfig":{"stopSequences":["‹metadata›"],"responseSchema":{"description":"‹metadata›","properties":{"‹property_name›":{"description":"‹metadata›","enum":["‹metadata›"]}}},"speechConfig":{"voiceConfig":{"prebuiltVoiceConfig":{"voiceName":"‹metadata›"}}}},
         "safetySettings":[{"category":"‹metadata›"}],
         "toolConfig":{"functionCallingConfig":{"allowedFunctionNames":["‹metadata›"]}},
         "labels":{"team":"‹metadata›"},
         "tools":[{"functionDeclarations":[{"name":"‹tool_definition›","description":"‹tool_definition›","parameters":{"properties":{"‹property_name›":{"description":"‹tool_definition›","enum":["‹tool_definition›"],"example":"‹tool_definition›"}}}}]},
           {"googleSearch":{"excludeDomains":["‹tool_definition›"]}}],
         "contents":[
           {"parts":[{"text":"‹user›"}]},
           {"role":"model","parts":[{"text":"‹assistant›","thought":true,"thoughtSignature":"‹assistant~›"},
             {"functionCall":{"id":"a","name":"‹tool_call›","args":{"path":"‹tool_call›","deep":{"role":"user","list":["‹tool_call›"]}}}},
             {"executableCode":{"language":"PYTHON","code":"‹tool_call›"}},
             {"codeExecutionResult":{"outcome":"OK","output":"‹tool_result›"}}]},
           {"role":"user","parts":[{"functionResponse":{"id":"a","name":"‹tool_result+›","response":{"output":"‹tool_result+›","‹property_name+›":["‹tool_result+›"]}}},
             {"inlineData":{"mimeType":"text/plain","data":"‹document+~›","displayName":"‹document+›"}},
             {"fileData":{"mimeType":"text/plain","fileUri":"https://x.example/‹document+›"}},
             {"videoMetadata":{"startOffset":"‹user+›"},"text":"‹user+›"}]}]}
        """;

    public const string GenerateSnake = """
        {"system_instruction":{"parts":{"text":"‹system›"}},
         "generation_config":{"stop_sequences":["‹metadata›"],"response_schema":{"properties":{"‹property_name›":{"description":"‹metadata›"}}}},
         "safety_settings":[{"category":"‹metadata›"}],"tool_config":{"function_calling_config":{"allowed_function_names":["‹metadata›"]}},
         "tools":[{"function_declarations":[{"name":"‹tool_definition›","description":"‹tool_definition›"}]}],
         "contents":[{"role":"user","parts":[{"text":"‹user›"}]},
           {"role":"model","parts":[{"function_call":{"name":"‹tool_call›","args":{"x":"‹tool_call›"}}},{"executable_code":{"code":"‹tool_call›"}},{"code_execution_result":{"output":"‹tool_result›"}}]},
           {"role":"function","parts":[{"function_response":{"name":"x","response":{"y":"‹tool_result+›"}}}]},
           {"role":"user","parts":[{"inline_data":{"mime_type":"text/plain","data":"‹document+~›"}},{"file_data":{"file_uri":"https://x.example/‹document+›"}},{"text":"‹user+›"}]}]}
        """;

    public static readonly BodyFormat[] All =
    [
        new("gemini generateContent", "/v1beta/models/m:generateContent", Generate),
        new("gemini streamGenerateContent", "/v1beta/models/m:streamGenerateContent?alt=sse", Generate),
        new("gemini in snake case", "/v1beta/models/m:generateContent", GenerateSnake),
        new("gemini countTokens", "/v1beta/models/m:countTokens", """{"contents":[{"parts":[{"text":"‹user+›"}]}]}"""),
        new("gemini countTokens of a request", "/v1beta/models/m:countTokens", $$"""{"generateContentRequest":{{Generate}}}"""),
        new("gemini embedContent", "/v1beta/models/m:embedContent", """{"content":{"parts":[{"text":"‹user+›"}]},"title":"‹metadata+›"}"""),
        new("gemini batchEmbedContents", "/v1beta/models/m:batchEmbedContents", """{"requests":[{"model":"m","content":{"parts":[{"text":"‹user+›"}]}}]}"""),
        new("code assist", "/v1internal:streamGenerateContent?alt=sse", $$"""{"model":"‹metadata›","project":"‹metadata›","user_prompt_id":"‹metadata›","request":{{Generate}}}"""),
        new("vertex google", "/v1/projects/p/locations/us-east5/publishers/google/models/m:generateContent", Generate),
        new("vertex anthropic", "/v1/projects/p/locations/us-east5/publishers/anthropic/models/m:streamRawPredict", AnthropicFormats.Messages),
        new("vertex openapi", "/v1/projects/p/locations/us-east5/endpoints/openapi/chat/completions", OpenAiFormats.Chat),
        new("vertex predict", "/v1/projects/p/locations/us-east5/publishers/google/models/m:predict", """{"instances":[{"prompt":"‹user+›","content":"‹user+›"}],"parameters":{"negativePrompt":"‹metadata+›"}}"""),
    ];
}
