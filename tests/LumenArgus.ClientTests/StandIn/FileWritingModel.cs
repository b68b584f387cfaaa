using System.Text.Json;
using System.Text.RegularExpressions;
using LumenArgus.Testing.StandIn;

namespace LumenArgus.ClientTests.StandIn;

/// <summary>A model that writes the deploy key it was given into <c>key.txt</c>, then says its sentence. It writes what it sees, and sees what the product sends.</summary>
internal static class FileWritingModel
{
    public const string File = "key.txt";

    private static readonly Regex Key = new("My deploy key is (?<key>[A-Za-z0-9_-]{8,})", RegexOptions.NonBacktracking, TimeSpan.FromSeconds(1));

    /// <summary>The answer to a request; null for the ordinary one.</summary>
    public static StandInAnswer? Answer(RecordedRequest request)
    {
        var body = System.Text.Encoding.UTF8.GetString(request.Body);
        if (Key.Match(body) is not { Success: true } match)
        {
            return null;
        }

        var key = match.Groups["key"].Value;
        return request.Path.EndsWith("/messages", StringComparison.Ordinal) && body.Contains("\"name\":\"Write\"", StringComparison.Ordinal) && !body.Contains("\"tool_result\"", StringComparison.Ordinal)
            ? StandInAnswer.Events([.. WriteCall(WorkingFolder(body), key)])
            : request.Path.EndsWith("/responses", StringComparison.Ordinal) && !body.Contains("\"custom_tool_call_output\"", StringComparison.Ordinal)
                ? StandInAnswer.Events([.. ExecCall(key)])
                : null;
    }

    // The key comes in two parts, as a model's tokens do.
    private static IEnumerable<string> WriteCall(string folder, string key)
    {
        yield return Event("message_start", """{"type":"message_start","message":{"id":"msg_write","type":"message","role":"assistant","model":"stand-in","content":[],"stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":10,"output_tokens":1}}}""");
        yield return Event("content_block_start", """{"type":"content_block_start","index":0,"content_block":{"type":"tool_use","id":"toolu_write","name":"Write","input":{}}}""");
        foreach (var part in new[] { $$"""{"file_path": "{{folder}}/{{File}}", "content": "key=""", key[..9], key[9..] + "\"}" })
        {
            yield return Event("content_block_delta", $$$"""{"type":"content_block_delta","index":0,"delta":{"type":"input_json_delta","partial_json":{{{Json(part)}}}}}""");
        }

        yield return Event("content_block_stop", """{"type":"content_block_stop","index":0}""");
        yield return Event("message_delta", """{"type":"message_delta","delta":{"stop_reason":"tool_use","stop_sequence":null},"usage":{"output_tokens":8}}""");
        yield return Event("message_stop", """{"type":"message_stop"}""");
    }

    private static IEnumerable<string> ExecCall(string key)
    {
        var script = $$"""text(await tools.exec_command({"cmd":"printf key={{key}} > {{File}}"}))""";
        var item = $$"""{"id":"ctc_write","type":"custom_tool_call","status":"completed","call_id":"call_write","name":"exec","namespace":"functions","input":{{Json(script)}}}""";
        yield return Event("response.created", """{"type":"response.created","sequence_number":0,"response":{"id":"resp_write","object":"response","status":"in_progress","output":[]}}""");
        yield return Event("response.output_item.added", """{"type":"response.output_item.added","sequence_number":1,"output_index":0,"item":{"id":"ctc_write","type":"custom_tool_call","status":"in_progress","call_id":"call_write","name":"exec","namespace":"functions","input":""}}""");
        var cut = script.IndexOf(key, StringComparison.Ordinal) + 9;
        foreach (var part in new[] { script[..cut], script[cut..] })
        {
            yield return Event("response.custom_tool_call_input.delta", $$"""{"type":"response.custom_tool_call_input.delta","sequence_number":2,"item_id":"ctc_write","output_index":0,"delta":{{Json(part)}}}""");
        }

        yield return Event("response.custom_tool_call_input.done", $$"""{"type":"response.custom_tool_call_input.done","sequence_number":4,"item_id":"ctc_write","output_index":0,"input":{{Json(script)}}}""");
        yield return Event("response.output_item.done", $$"""{"type":"response.output_item.done","sequence_number":5,"output_index":0,"item":{{item}}}""");
        yield return Event("response.completed", $$$$"""{"type":"response.completed","sequence_number":6,"response":{"id":"resp_write","object":"response","status":"completed","output":[{{{{item}}}}],"usage":{"input_tokens":10,"input_tokens_details":{"cached_tokens":0},"output_tokens":8,"output_tokens_details":{"reasoning_tokens":0},"total_tokens":18}}}""");
    }

    private static string WorkingFolder(string body)
    {
        const string Label = "orking directory: ";
        var start = body.IndexOf(Label, StringComparison.Ordinal) + Label.Length;
        return body[start..body.IndexOfAny(['\\', '"', '<'], start)].Trim();
    }

    private static string Json(string text) => $"\"{JsonEncodedText.Encode(text)}\"";

    private static string Event(string name, string data) => $"event: {name}\ndata: {data}\n\n";
}
