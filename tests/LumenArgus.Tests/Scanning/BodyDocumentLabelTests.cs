using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Fields;

namespace LumenArgus.Tests.Scanning;

public class BodyDocumentLabelTests
{
    [Theory]
    [InlineData("""{"system":"@"}""", FieldRole.System)]
    [InlineData("""{"system":[{"type":"text","text":"@"}]}""", FieldRole.System)]
    [InlineData("""{"messages":[{"role":"user","content":"@"}]}""", FieldRole.User)]
    [InlineData("""{"messages":[{"content":[{"text":"@"}],"role":"assistant"}]}""", FieldRole.Assistant)]
    [InlineData("""{"messages":[{"role":"assistant","content":[{"type":"tool_use","input":{"a":["@"]}}]}]}""", FieldRole.ToolCall)]
    [InlineData("""{"messages":[{"role":"user","content":[{"type":"tool_result","content":[{"type":"text","text":"@"}]}]}]}""", FieldRole.ToolResult)]
    [InlineData("""{"messages":[{"role":"tool","content":"@"}]}""", FieldRole.ToolResult)]
    [InlineData("""{"messages":[{"role":"assistant","tool_calls":[{"function":{"arguments":"@"}}]}]}""", FieldRole.ToolCall)]
    [InlineData("""{"messages":[{"role":"developer","content":"@"}]}""", FieldRole.System)]
    [InlineData("""{"instructions":"@"}""", FieldRole.System)]
    [InlineData("""{"input":"@"}""", FieldRole.User)]
    [InlineData("""{"input":[{"type":"function_call","arguments":"@"}]}""", FieldRole.ToolCall)]
    [InlineData("""{"input":[{"type":"function_call_output","output":"@"}]}""", FieldRole.ToolResult)]
    [InlineData("""{"systemInstruction":{"parts":[{"text":"@"}]}}""", FieldRole.System)]
    [InlineData("""{"system_instruction":{"parts":{"text":"@"}}}""", FieldRole.System)]
    [InlineData("""{"contents":[{"parts":[{"text":"@"}]}]}""", FieldRole.User)]
    [InlineData("""{"contents":[{"role":"model","parts":[{"functionCall":{"args":{"x":"@"}}}]}]}""", FieldRole.ToolCall)]
    [InlineData("""{"contents":[{"role":"user","parts":[{"function_response":{"response":{"x":"@"}}}]}]}""", FieldRole.ToolResult)]
    [InlineData("""{"tools":[{"description":"@"}]}""", FieldRole.ToolDefinition)]
    [InlineData("""{"messages":[{"role":"user","content":[{"type":"document","source":{"type":"text","data":"@"}}]}]}""", FieldRole.Document)]
    [InlineData("""{"input":[{"role":"user","content":[{"type":"input_file","file_data":"@"}]}]}""", FieldRole.Document)]
    [InlineData("""{"input":[{"type":"reasoning","summary":[{"text":"@"}]}]}""", FieldRole.Assistant)]
    [InlineData("""{"contents":[{"parts":[{"inlineData":{"data":"@"}}]}]}""", FieldRole.Document)]
    [InlineData("""{"tools":[{"schema":{"properties":{"inlineData":{"role":"user","description":"@"}}}}]}""", FieldRole.ToolDefinition)]
    [InlineData("""{"messages":[{"role":"assistant","content":[{"type":"tool_use","input":{"role":"system","text":"@"}}]}]}""", FieldRole.ToolCall)]
    [InlineData("""{"model":"@"}""", FieldRole.Metadata)]
    [InlineData("""{"metadata":{"user_id":"@"}}""", FieldRole.Metadata)]
    [InlineData("""{"@":1}""", FieldRole.PropertyName)]
    [InlineData("""{"other":{"x":"@"}}""", FieldRole.Unknown)]
    [InlineData("@", FieldRole.Unknown)]
    public void RoleOf_Field_IsTheNearestLabel(string body, FieldRole expected)
    {
        var document = Parse(body);

        document.RoleOf(FieldWith(document, "@")).ShouldBe(expected);
    }

    [Theory]
    [InlineData("""{"messages":[{"role":"assistant","content":[{"type":"tool_use","id":"t1","input":{"file_path":"/src/.env"}}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"t1","content":[{"type":"text","text":"@"}]}]}]}""", "/src/.env")]
    [InlineData("""{"messages":[{"tool_calls":[{"id":"c1","function":{"name":"read","arguments":"{\"path\":\"a/id_rsa\"}"}}]},{"role":"tool","tool_call_id":"c1","content":"@"}]}""", "a/id_rsa")]
    [InlineData("""{"input":[{"type":"function_call","call_id":"c9","arguments":"{\"filename\":\"k.pem\"}"},{"type":"function_call_output","call_id":"c9","output":"@"}]}""", "k.pem")]
    [InlineData("""{"contents":[{"parts":[{"functionCall":{"id":"g","name":"read_file","args":{"absolute_path":"/x/y.key"}}}]},{"parts":[{"functionResponse":{"id":"g","name":"read_file","response":{"output":"@"}}}]}]}""", "/x/y.key")]
    [InlineData("""{"messages":[{"content":[{"type":"document","source":{"data":"@"},"title":"plan.sql"}]}]}""", "plan.sql")]
    [InlineData("""{"messages":[{"content":[{"type":"file","file":{"filename":"a.db","file_data":"@"}}]}]}""", "a.db")]
    public void SourceFiles_ToolResultOrDocument_AreLinked(string body, string expected)
    {
        var document = Parse(body);

        document.SourceFileOf(FieldWith(document, "@")).ShouldBe(expected);
        document.SourceFiles.ShouldBe([new SourceFile(expected, FieldWith(document, "@"))]);
    }

    [Theory]
    [InlineData("""{"messages":[{"content":[{"type":"tool_result","tool_use_id":"unknown","content":"@"}]}]}""")]
    [InlineData("""{"input":[{"type":"function_call","call_id":"c9","arguments":"{\"filename\":\"k.pem\"}","note":"@"}]}""")]
    [InlineData("""{"title":"x","text":"@"}""")]
    public void SourceFiles_NothingReadFromAFile_IsEmpty(string body) => Parse(body).SourceFiles.ShouldBeEmpty();

    private static BodyDocument Parse(string body) => BodyDocument.Parse(Encoding.UTF8.GetBytes(body));

    private static int FieldWith(BodyDocument document, string text) =>
        Enumerable.Range(0, document.Count).Single(i => document.Utf8(i).SequenceEqual(Encoding.UTF8.GetBytes(text)));
}
