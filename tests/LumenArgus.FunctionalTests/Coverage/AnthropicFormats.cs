namespace LumenArgus.FunctionalTests.Coverage;

/// <summary>Slots of docs.anthropic.com/en/api/messages, messages-count-tokens, messages-batches and complete.</summary>
internal static class AnthropicFormats
{
    public const string Messages = """
        {"model":"‹metadata›","max_tokens":16,"stream":false,"temperature":1,
         "system":[{"type":"text","text":"‹system›","cache_control":{"type":"ephemeral"}},{"type":"text","text":"‹system›"}],
         "metadata":{"user_id":"‹metadata›"},
         "stop_sequences":["‹metadata›","‹metadata›"],
         "service_tier":"‹metadata›",
         "thinking":{"type":"enabled","budget_tokens":1024},
         "tool_choice":{"type":"tool","name":"‹metadata›"},
         "container":{"id":"‹metadata›","skills":[{"skill_id":"‹metadata›"}]},
         "output_config":{"format":{"type":"json_schema","schema":{"properties":{"‹property_name›":{"description":"‹metadata›","enum":["‹metadata›"],"default":"‹metadata›"}}}}},
         "mcp_servers":[{"type":"url","url":"https://mcp.example/‹metadata›","name":"‹metadata›","authorization_token":"‹metadata›"}],
         "tools":[
           {"name":"‹tool_definition›","description":"‹tool_definition›",
            "input_schema":{"type":"object","properties":{"‹property_name›":{"type":"string","description":"‹tool_definition›","default":"‹tool_definition›","enum":["‹tool_definition›","x"],
              "examples":["‹tool_definition›"],"pattern":"‹tool_definition›"}},"required":["‹tool_definition›"]},
            "input_examples":[{"path":"‹tool_definition›"}]},
           {"type":"web_search_20250305","name":"web_search","allowed_domains":["‹tool_definition›"],"user_location":{"city":"‹tool_definition›"}}],
         "messages":[
           {"role":"user","content":"‹user›"},
           {"role":"assistant","content":[
             {"type":"thinking","thinking":"‹assistant›","signature":"‹assistant›"},
             {"type":"redacted_thinking","data":"‹assistant~›"},
             {"type":"text","text":"‹assistant›","citations":[{"type":"char_location","cited_text":"‹assistant›","document_title":"‹assistant›"}]},
             {"type":"server_tool_use","id":"s1","name":"web_search","input":{"query":"‹tool_call›"}},
             {"type":"web_search_tool_result","tool_use_id":"s1","content":[{"type":"web_search_result","url":"https://x.example/‹tool_result›","title":"‹tool_result›","encrypted_content":"‹tool_result~›"}]},
             {"type":"mcp_tool_use","id":"m1","name":"‹tool_call›","server_name":"‹tool_call›","input":{"a":{"b":["‹tool_call›"]}}},
             {"type":"mcp_tool_result","tool_use_id":"m1","content":[{"type":"text","text":"‹tool_result›"}]},
             {"type":"tool_use","id":"t1","name":"‹tool_call›","input":{"file_path":"‹tool_call›","content":"‹tool_call›","edits":[{"old":"‹tool_call›","‹property_name›":1}]}}]},
           {"role":"system","content":"‹system+›"},
           {"role":"user","content":[
             {"type":"tool_result","tool_use_id":"t1","content":[{"type":"text","text":"‹tool_result+›"},
               {"type":"image","source":{"type":"base64","media_type":"text/plain","data":"‹tool_result+~›"}},
               {"type":"document","source":{"type":"text","media_type":"text/plain","data":"‹tool_result+›"}},
               {"type":"search_result","source":"‹tool_result+›","title":"‹tool_result+›","content":[{"type":"text","text":"‹tool_result+›"}]}]},
             {"type":"tool_result","tool_use_id":"t2","is_error":true,"content":"‹tool_result+›"},
             {"type":"image","source":{"type":"base64","media_type":"image/png","data":"‹document+~›"}},
             {"type":"image","source":{"type":"url","url":"https://x.example/‹document+›"}},
             {"type":"document","title":"‹document+›","context":"‹document+›","source":{"type":"text","media_type":"text/plain","data":"‹document+›"}},
             {"type":"document","source":{"type":"base64","media_type":"application/pdf","data":"‹document+~›"}},
             {"type":"document","source":{"type":"content","content":[{"type":"text","text":"‹document+›"}]}},
             {"type":"search_result","source":"‹document+›","title":"‹document+›","content":[{"type":"text","text":"‹document+›"}]},
             {"type":"container_upload","file_id":"‹user+›"},
             {"type":"text","text":"‹user+›"}]}]}
        """;

    public static readonly BodyFormat[] All =
    [
        new("anthropic messages", "/v1/messages", Messages),
        new("anthropic count_tokens", "/v1/messages/count_tokens", Messages),
        new("anthropic system as text, prefilled answer", "/v1/messages", """
            {"system":"‹system›","messages":[{"role":"user","content":"‹user›"},{"role":"assistant","content":"‹assistant›"},
              {"role":"user","content":"‹user+›"},{"role":"assistant","content":"‹assistant+›"}]}
            """),
        new("anthropic complete", "/v1/complete", """
            {"model":"‹metadata+›","prompt":"‹user+›","stop_sequences":["‹metadata+›"],"metadata":{"user_id":"‹metadata+›"}}
            """),
        new("anthropic batches", "/v1/messages/batches", """
            {"requests":[{"custom_id":"‹unknown+›","params":{"model":"x","system":"‹system+›","tools":[{"description":"‹tool_definition+›"}],
              "messages":[{"role":"user","content":"‹user+›"},{"role":"assistant","content":[{"type":"tool_use","input":{"x":"‹tool_call+›"}}]}]}}]}
            """),
    ];
}
