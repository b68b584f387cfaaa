namespace LumenArgus.FunctionalTests.Coverage;

/// <summary>Slots of platform.openai.com/docs/api-reference: chat, completions, embeddings, responses; the same at Azure and Copilot.</summary>
internal static class OpenAiFormats
{
    public const string Chat = """
        {"model":"‹metadata›","user":"‹metadata›","safety_identifier":"‹metadata›","prompt_cache_key":"‹metadata›","service_tier":"‹metadata›",
         "metadata":{"‹property_name›":"‹metadata›"},
         "stop":["‹metadata›"],"logit_bias":{"‹property_name›":-100},
         "response_format":{"type":"json_schema","json_schema":{"name":"‹metadata›","description":"‹metadata›","schema":{"properties":{"‹property_name›":{"description":"‹metadata›","default":"‹metadata›","enum":["‹metadata›"]}}}}},
         "prediction":{"type":"content","content":[{"type":"text","text":"‹document›"}]},
         "tool_choice":{"type":"function","function":{"name":"‹metadata›"}},
         "function_call":{"name":"‹metadata›"},
         "web_search_options":{"user_location":{"approximate":{"city":"‹metadata›"}}},
         "audio":{"voice":"‹metadata›"},
         "tools":[{"type":"function","function":{"name":"‹tool_definition›","description":"‹tool_definition›","parameters":{"properties":{"‹property_name›":{"description":"‹tool_definition›","default":"‹tool_definition›","enum":["‹tool_definition›"]}}}}},
           {"type":"custom","custom":{"name":"‹tool_definition›","description":"‹tool_definition›","format":{"type":"grammar","grammar":{"definition":"‹tool_definition›"}}}}],
         "functions":[{"name":"‹tool_definition›","description":"‹tool_definition›","parameters":{"properties":{"x":{"description":"‹tool_definition›"}}}}],
         "messages":[
           {"role":"system","content":"‹system›","name":"‹system›"},
           {"role":"developer","content":[{"type":"text","text":"‹system›"}]},
           {"role":"user","name":"‹user›","content":"‹user›"},
           {"role":"assistant","content":"‹assistant›","refusal":"‹assistant›","name":"‹assistant›","reasoning_content":"‹assistant›","audio":{"id":"‹assistant›"},
            "tool_calls":[{"id":"c1","type":"function","function":{"name":"‹tool_call›","arguments":"{\"path\":\"‹tool_call›\",\"deep\":{\"list\":[\"‹tool_call›\"]}}"}},
              {"id":"c2","type":"custom","custom":{"name":"run","input":"‹tool_call›"}}]},
           {"role":"tool","tool_call_id":"c1","content":"‹tool_result›"},
           {"role":"tool","tool_call_id":"c2","content":[{"type":"text","text":"‹tool_result›"}]},
           {"role":"assistant","content":[{"type":"text","text":"‹assistant›"},{"type":"refusal","refusal":"‹assistant›"}],"function_call":{"name":"‹tool_call›","arguments":"‹tool_call›"}},
           {"role":"function","name":"f","content":"‹tool_result+›"},
           {"role":"user","content":[{"type":"text","text":"‹user+›"},
             {"type":"image_url","image_url":{"url":"data:text/plain;base64,‹document+~›","detail":"low"}},
             {"type":"input_audio","input_audio":{"data":"‹document+~›","format":"wav"}},
             {"type":"file","file":{"filename":"‹document+›","file_data":"data:text/plain;base64,‹document+~›","file_id":"‹document+›"}}]}]}
        """;

    public const string Responses = """
        {"model":"‹metadata›","instructions":"‹system›","previous_response_id":"‹metadata›","user":"‹metadata›","prompt_cache_key":"‹metadata›",
         "metadata":{"‹property_name›":"‹metadata›"},"include":["‹metadata›"],"reasoning":{"effort":"‹metadata›"},
         "client_metadata":{"x":"‹metadata›"},
         "prompt":{"id":"‹user›","variables":{"‹property_name›":"‹user›","file":{"type":"input_file","filename":"‹document›","file_data":"‹document~›"}}},
         "text":{"format":{"type":"json_schema","name":"‹metadata›","schema":{"properties":{"x":{"description":"‹metadata›","enum":["‹metadata›"]}}}}},
         "tool_choice":{"type":"function","name":"‹metadata›"},
         "tools":[{"type":"function","name":"‹tool_definition›","description":"‹tool_definition›","parameters":{"properties":{"‹property_name›":{"description":"‹tool_definition›","default":"‹tool_definition›"}}}},
           {"type":"custom","name":"x","description":"‹tool_definition›","format":{"definition":"‹tool_definition›"}},
           {"type":"mcp","server_label":"‹tool_definition›","server_url":"https://x.example/‹tool_definition›","authorization":"‹tool_definition›","headers":{"‹property_name›":"‹tool_definition›"}},
           {"type":"file_search","vector_store_ids":["‹tool_definition›"],"filters":{"key":"‹tool_definition›","value":"‹tool_definition›"}}],
         "input":[
           {"type":"message","role":"developer","content":[{"type":"input_text","text":"‹system›"}]},
           {"role":"user","content":"‹user›"},
           {"type":"reasoning","id":"r","summary":[{"type":"summary_text","text":"‹assistant›"}],"content":[{"type":"reasoning_text","text":"‹assistant›"}],"encrypted_content":"‹assistant~›"},
           {"type":"message","role":"assistant","content":[{"type":"output_text","text":"‹assistant›","annotations":[{"title":"‹assistant›"}]},{"type":"refusal","refusal":"‹assistant›"}]},
           {"type":"web_search_call","action":{"type":"search","query":"‹tool_call›"}},
           {"type":"file_search_call","queries":["‹tool_call›"],"results":[{"text":"‹tool_call›"}]},
           {"type":"code_interpreter_call","code":"‹tool_call›","outputs":[{"logs":"‹tool_call›"}]},
           {"type":"mcp_call","name":"‹tool_call›","arguments":"‹tool_call›","output":"‹tool_call›"},
           {"type":"local_shell_call","call_id":"l","action":{"command":["bash","-c","‹tool_call›"],"env":{"‹property_name›":"‹tool_call›"},"working_directory":"‹tool_call›"}},
           {"type":"local_shell_call_output","call_id":"l","output":"‹tool_result›"},
           {"type":"computer_call","call_id":"k","action":{"type":"type","text":"‹tool_call›"}},
           {"type":"computer_call_output","call_id":"k","output":{"type":"computer_screenshot","image_url":"data:image/png;base64,‹tool_result~›"}},
           {"type":"custom_tool_call","call_id":"u","name":"apply_patch","input":"‹tool_call›"},
           {"type":"custom_tool_call_output","call_id":"u","output":"‹tool_result›"},
           {"type":"function_call","call_id":"f","name":"‹tool_call›","arguments":"{\"cmd\":\"‹tool_call›\"}"},
           {"type":"function_call_output","call_id":"f","output":"‹tool_result+›"},
           {"type":"function_call_output","call_id":"g","output":[{"type":"input_text","text":"‹tool_result+›"},{"type":"input_file","file_data":"‹tool_result+~›"}]},
           {"type":"message","role":"user","content":[{"type":"input_text","text":"‹user+›"},
             {"type":"input_image","image_url":"data:image/png;base64,‹document+~›","file_id":"‹document+›"},
             {"type":"input_file","filename":"‹document+›","file_data":"data:text/plain;base64,‹document+~›","file_url":"https://x.example/‹document+›"},
             {"type":"input_audio","input_audio":{"data":"‹document+~›"}}]}]}
        """;

    public static readonly BodyFormat[] All =
    [
        new("openai chat", "/v1/chat/completions", Chat),
        new("openai responses", "/v1/responses", Responses),
        new("openai responses with a text", "/v1/responses", """{"input":"‹user+›","instructions":"‹system+›"}"""),
        new("openai responses compact", "/v1/responses/compact", """{"model":"m","instructions":"‹system›","input":[{"role":"user","content":"‹user+›"}]}"""),
        new("openai completions", "/v1/completions", """{"prompt":"‹user+›","suffix":"‹user+›","stop":"‹metadata+›","user":"‹metadata+›","logit_bias":{"‹property_name+›":1}}"""),
        new("openai completions with a list", "/v1/completions", """{"prompt":["‹user+›","‹user+›"]}"""),
        new("openai embeddings", "/v1/embeddings", """{"model":"m","input":"‹user+›"}"""),
        new("openai embeddings with a list", "/v1/embeddings", """{"input":["‹user+›","‹user+›"],"user":"‹metadata›"}"""),
        new("chatgpt responses", "/backend-api/codex/responses", Responses),
        new("azure chat", "/openai/deployments/d/chat/completions?api-version=2024-10-21", Chat),
        new("azure responses", "/openai/v1/responses", Responses),
        new("copilot chat", "/_upstream/copilot/chat/completions", Chat),
        new("copilot responses", "/_upstream/copilot/responses", Responses),
        new("copilot messages", "/_upstream/copilot/v1/messages", AnthropicFormats.Messages),
    ];
}
