namespace LumenArgus.Tests.Scanning.History;

/// <summary>Gemini and Bedrock's Converse, whose roles must alternate.</summary>
public sealed class GeminiStripTests
{
    [Theory]
    [InlineData(
        """[{"role":"user","parts":[{"text":"a"}]},{"role":"model","parts":[{"text":"b"}]},{"role":"user","parts":[{"text":"KEY"}]},{"role":"model","parts":[{"text":"d"}]},{"role":"user","parts":[{"text":"c"}]}]""",
        """[{"role":"user","parts":[{"text":"a"}]},{"role":"model","parts":[{"text":"b"}]},{"role":"user","parts":[{"text":"c"}]}]""")]
    // Two questions without the answer between them become one message.
    [InlineData(
        """[{"role":"user","parts":[{"text":"a"} ] } , {"role":"model","parts":[{"text":"KEY"}]},{"role":"user","parts":[ {"text":"c"}]}]""",
        """[{"role":"user","parts":[{"text":"a"} , {"text":"c"}]}]""")]
    [InlineData(
        """[{"parts":[{"text":"a"}],"role":"user"},{"parts":[{"text":"KEY"}],"role":"model"},{"parts":[{"text":"c"}],"role":"user"}]""",
        """[{"parts":[{"text":"a"},{"text":"c"}],"role":"user"}]""")]
    // Calls without identifiers leave together; signed ones with their message.
    [InlineData(
        """[{"role":"user","parts":[{"text":"a"}]},{"role":"model","parts":[{"functionCall":{"name":"r","args":{}},"thoughtSignature":"s"},{"functionCall":{"name":"q","args":{}}}]},{"role":"user","parts":[{"functionResponse":{"name":"r","response":{"output":"KEY"}}},{"functionResponse":{"name":"q","response":{}}}]},{"role":"model","parts":[{"text":"b"}]},{"role":"user","parts":[{"text":"c"}]}]""",
        """[{"role":"user","parts":[{"text":"a"}]},{"role":"model","parts":[{"text":"b"}]},{"role":"user","parts":[{"text":"c"}]}]""")]
    [InlineData(
        """[{"role":"user","parts":[{"text":"a"}]},{"role":"model","parts":[{"function_call":{"id":"1","name":"r","args":{}}},{"function_call":{"id":"2","name":"q","args":{}}}]},{"role":"user","parts":[{"function_response":{"id":"1","name":"r","response":{"output":"KEY"}}},{"function_response":{"id":"2","name":"q","response":{}}}]}, {"role":"model","parts":[{"text":"b"}]},{"role":"user","parts":[{"text":"c"}]}]""",
        """[{"role":"user","parts":[{"text":"a"}]},{"role":"model","parts":[{"function_call":{"id":"2","name":"q","args":{}}}]},{"role":"user","parts":[{"function_response":{"id":"2","name":"q","response":{}}}]}, {"role":"model","parts":[{"text":"b"}]},{"role":"user","parts":[{"text":"c"}]}]""")]
    public void Gemini_History_Leaves(string contents, string expected)
    {
        StripRun.Of(Plain(contents)).ShouldBe(Plain(expected));
        StripRun.Of(Wrapped(contents)).ShouldBe(Wrapped(expected));
    }

    [Theory]
    [InlineData("""{"systemInstruction":{"parts":[{"text":"KEY"}]},"contents":[{"parts":[{"text":"a"}]}]}""")]
    [InlineData("""{"contents":[{"parts":[{"text":"KEY"}]}]}""")]
    [InlineData("""{"contents":[{"role":"user","parts":[{"text":"a"}]},{"role":"model","parts":[{"functionCall":{"name":"r"}}]},{"role":"user","parts":[{"functionResponse":{"name":"r","response":{"output":"KEY"}}}]}]}""")]
    public void Gemini_LatestTurn_IsNotHistory(string body) => StripRun.Of(body).ShouldBe("NotHistory");

    [Fact]
    public void Questions_ThatCannotBeJoined_AreRefused() => StripRun.Of(
        """{"contents":[{"role":"user","parts":[{"text":"a"}]},{"role":"model","parts":[{"text":"KEY"}]},{"parts":[{"text":"c"}],"role":"user"}]}""")
        .ShouldContain("follow each other");

    [Theory]
    [InlineData(
        """[{"role":"user","content":[{"text":"a"}]},{"role":"assistant","content":[{"text":"I look"},{"toolUse":{"toolUseId":"1","name":"r","input":{}}}]},{"role":"user","content":[{"toolResult":{"toolUseId":"1","content":[{"text":"KEY"}]}},{"cachePoint":{"type":"default"}}]},{"role":"assistant","content":[{"text":"b"}]},{"role":"user","content":[{"text":"c"}]}]""",
        """[{"role":"user","content":[{"text":"a"}]},{"role":"assistant","content":[{"text":"b"}]},{"role":"user","content":[{"text":"c"}]}]""")]
    [InlineData(
        """[{"role":"user","content":[{"text":"a"}]},{"role":"assistant","content":[{"reasoningContent":{"reasoningText":{"text":"h","signature":"s"}}},{"text":"KEY"}]},{"role":"user","content":[{"text":"c"}]}]""",
        """[{"role":"user","content":[{"text":"a"},{"text":"c"}]}]""")]
    public void Converse_History_Leaves(string messages, string expected)
    {
        StripRun.Of(Conversation(messages)).ShouldBe(Conversation(expected));
        StripRun.Of(Counted(messages)).ShouldBe(Counted(expected));
    }

    private static string Conversation(string messages) => """{"messages":""" + messages + ""","system":[{"text":"s"}]}""";

    private static string Counted(string messages) => """{"input":{"converse":""" + Conversation(messages) + "}}";

    private static string Plain(string contents) => """{"contents":""" + contents + ""","generationConfig":{}}""";

    private static string Wrapped(string contents) => """{"model":"m","project":"p","request":{"contents":""" + contents + ""","session_id":"s"}}""";
}
