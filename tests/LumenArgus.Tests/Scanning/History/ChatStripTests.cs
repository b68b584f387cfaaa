namespace LumenArgus.Tests.Scanning.History;

/// <summary>OpenAI's Chat Completions and those who follow it.</summary>
public sealed class ChatStripTests
{
    [Theory]
    [InlineData(
        """[{"role":"system","content":"s"},{"role":"user","content":"KEY"},{"role":"assistant","content":"b"},{"role":"user","content":"c"}]""",
        """[{"role":"system","content":"s"},{"role":"user","content":"c"}]""")]
    // A call alone, with its result.
    [InlineData(
        """[{"role":"user","content":"a"},{"role":"assistant","content":null,"tool_calls":[{"id":"t1","type":"function","function":{"name":"r","arguments":"{}"}}]},{"role":"tool","tool_call_id":"t1","content":"KEY"},{"role":"assistant","content":"b"},{"role":"user","content":"c"}]""",
        """[{"role":"user","content":"a"},{"role":"assistant","content":"b"},{"role":"user","content":"c"}]""")]
    // Of calls side by side the one, its result in the latest turn's message before.
    [InlineData(
        """[{"role":"user","content":"a"},{"role":"assistant","content":null,"tool_calls":[{"id":"t1","function":{"name":"r","arguments":"{}"}},{"id":"t2","function":{"name":"r","arguments":"{}"}}]},{"role":"tool","tool_call_id":"t1","content":"KEY"},{"role":"tool","tool_call_id":"t2","content":"y"},{"role":"user","content":"c"}]""",
        """[{"role":"user","content":"a"},{"role":"assistant","content":null,"tool_calls":[{"id":"t2","function":{"name":"r","arguments":"{}"}}]},{"role":"tool","tool_call_id":"t2","content":"y"},{"role":"user","content":"c"}]""")]
    // An empty list of calls is refused by providers: the property leaves.
    [InlineData(
        """[{"role":"user","content":"a"},{"role":"assistant","content":"I look" , "tool_calls":[{"id":"t1","function":{"name":"r","arguments":"{\"q\":\"KEY\"}"}}] ,"refusal":null},{"role":"tool","tool_call_id":"t1","content":"x"},{"role":"user","content":"c"}]""",
        """[{"role":"user","content":"a"},{"role":"assistant","content":"I look" , "refusal":null},{"role":"user","content":"c"}]""")]
    [InlineData(
        """[{"role":"user","content":"a"},{"role":"assistant","content":[{"type":"text","text":"KEY"}],"tool_calls":[{"id":"t1","function":{"name":"r","arguments":"{}"}}]},{"role":"tool","tool_call_id":"t1","content":"x"},{"role":"assistant","content":"b"},{"role":"user","content":"c"}]""",
        """[{"role":"user","content":"a"},{"role":"assistant","tool_calls":[{"id":"t1","function":{"name":"r","arguments":"{}"}}]},{"role":"tool","tool_call_id":"t1","content":"x"},{"role":"assistant","content":"b"},{"role":"user","content":"c"}]""")]
    // Without identifiers all calls of an answer belong together.
    [InlineData(
        """[{"role":"user","content":"a"},{"role":"assistant","content":"","tool_calls":[{"function":{"name":"r","arguments":{}}},{"function":{"name":"s","arguments":{}}}]},{"role":"tool","tool_name":"r","content":"KEY"},{"role":"tool","tool_name":"s","content":"y"},{"role":"assistant","content":"b"},{"role":"user","content":"c"}]""",
        """[{"role":"user","content":"a"},{"role":"assistant","content":"b"},{"role":"user","content":"c"}]""")]
    [InlineData(
        """[{"role":"user","content":"a"},{"role":"assistant","content":null,"function_call":{"name":"r","arguments":"{}"}},{"role":"function","name":"r","content":"KEY"},{"role":"assistant","content":"b"},{"role":"user","content":"c"}]""",
        """[{"role":"user","content":"a"},{"role":"assistant","content":"b"},{"role":"user","content":"c"}]""")]
    // Signed reasoning beside the text.
    [InlineData(
        """[{"role":"user","content":"a"},{"role":"assistant","content":[{"type":"text","text":"KEY"},{"type":"text","text":"b"}],"reasoning_details":[{"data":"e"}]},{"role":"user","content":"c"}]""",
        """[{"role":"user","content":"a"},{"role":"user","content":"c"}]""")]
    public void History_Leaves(string messages, string expected) => StripRun.Of(Body(messages)).ShouldBe(Body(expected));

    [Fact]
    public void ResultOfTheLatestTurn_IsNotHistory() => StripRun.Of(Body(
        """[{"role":"user","content":"a"},{"role":"assistant","tool_calls":[{"id":"t1","function":{"name":"r","arguments":"{}"}},{"id":"t2","function":{"name":"r","arguments":"{}"}}]},{"role":"tool","tool_call_id":"t1","content":"KEY"},{"role":"tool","tool_call_id":"t2","content":"x"}]"""))
        .ShouldBe("NotHistory");

    private static string Body(string messages) => $$"""{"model":"m","messages":{{messages}},"stream":true}""";
}
