namespace LumenArgus.Tests.Scanning.History;

/// <summary>OpenAI's Responses API.</summary>
public sealed class ResponsesStripTests
{
    private const string User = """{"type":"message","role":"user","content":[{"type":"input_text","text":"a"}]}""";
    private const string Next = """{"type":"message","role":"user","content":[{"type":"input_text","text":"c"}]}""";
    private const string Answer = """{"type":"message","role":"assistant","content":[{"type":"output_text","text":"b"}]}""";
    private const string Reasoning = """{"type":"reasoning","summary":[],"encrypted_content":"e"}""";
    private const string Call = """{"type":"function_call","call_id":"t1","name":"r","arguments":"{}"}""";
    private const string Output = """{"type":"function_call_output","call_id":"t1","output":"x"}""";
    private const string OtherCall = """{"type":"custom_tool_call","call_id":"t2","name":"r","input":""}""";
    private const string OtherOutput = """{"type":"custom_tool_call_output","call_id":"t2","output":"y"}""";

    public static TheoryData<string[], string[]> Histories => new()
    {
        { [User, Answer, Tainted(User), Next], [User, Answer, Next] },
        { [User, Answer, Tainted(User), Reasoning, Call, Output, Answer, Next], [User, Answer, Next] },
        // A result with its call; calls side by side stay.
        { [User, Call, OtherCall, Tainted(Output), OtherOutput, Answer, Next], [User, OtherCall, OtherOutput, Answer, Next] },
        // Reasoning with all that came of it, and with nothing of what came of other reasoning.
        { [User, Reasoning, Call, OtherCall, Output, Tainted(OtherOutput), Reasoning, Answer, Next], [User, Reasoning, Answer, Next] },
        { [User, Tainted(Reasoning), Answer, Next], [User, Next] },
        { [User, Reasoning, Answer, Reasoning, Tainted(Call), Output, Next], [User, Reasoning, Answer, Next] },
        // The refused result of a tool, and the next prompt.
        { [User, Call, Tainted(Output), Next], [User, Next] },
    };

    [Theory]
    [MemberData(nameof(Histories))]
    public void History_Leaves(string[] items, string[] expected) => StripRun.Of(Body(items)).ShouldBe(Body(expected));

    [Fact]
    public void Block_OfAMessage_Leaves() => StripRun.Of(
        """{"input":[{"role":"user","content":[{"type":"input_text","text":"KEY"},{"type":"input_text","text":"c"}]}]}""")
        .ShouldBe("""{"input":[{"role":"user","content":[{"type":"input_text","text":"c"}]}]}""");

    [Theory]
    [InlineData("""{"input":"KEY"}""")]
    [InlineData("""{"input":[{"role":"user","content":"KEY"}]}""")]
    [InlineData("""{"instructions":"KEY","input":[{"role":"user","content":"a"}]}""")]
    [InlineData("""{"input":[{"role":"developer","content":"KEY"},{"role":"user","content":"a"}]}""")]
    [InlineData("""{"input":[{"role":"user","content":"a"},{"type":"function_call","call_id":"1","arguments":""},{"type":"function_call_output","call_id":"1","output":"KEY"}]}""")]
    [InlineData("""{"input":[{"type":"compaction","text":"KEY"},{"role":"user","content":"a"}]}""")]
    public void LatestTurn_AndInstructions_AreNotHistory(string body) => StripRun.Of(body).ShouldBe("NotHistory");

    [Theory]
    [InlineData("""{"previous_response_id":"r","input":[{"role":"user","content":"KEY"},{"role":"user","content":"a"}]}""")]
    [InlineData("""{"conversation":{"id":"r"},"input":[{"role":"user","content":"KEY"},{"role":"user","content":"a"}]}""")]
    public void TurnsThatTheProviderKeeps_AreRefused(string body) => StripRun.Of(body).ShouldContain("kept by the provider");

    [Fact]
    public void ResultOfACallThatIsNotThere_IsRefused() =>
        StripRun.Of(Body([User, """{"type":"item_reference","id":"i"}""", Tainted(Output), Next])).ShouldContain("not in the request");

    private static string Body(string[] items) => $$"""{"model":"m","input":[{{string.Join(" ,", items)}}],"store":false}""";

    private static string Tainted(string item) => item[..^1] + ""","more":"KEY"}""";
}
