using LumenArgus.Scanning.History;

namespace LumenArgus.Tests.Scanning.History;

/// <summary>Anthropic's Messages. Every expectation is byte for byte.</summary>
public sealed class MessagesStripTests
{
    [Theory]
    // A refused prompt, and the next one in a message of its own.
    [InlineData(
        """[{"role":"user","content":"a"}, {"role":"assistant","content":"b"},{"role":"user","content":"KEY"} , {"role":"user","content":"c"}]""",
        """[{"role":"user","content":"a"}, {"role":"assistant","content":"b"},{"role":"user","content":"c"}]""")]
    // One that was answered leaves with its answer.
    [InlineData(
        """[{"role":"user","content":"a"},{"role":"assistant","content":"b"},{"role":"user","content":"KEY"},{"role":"assistant","content":"d"},{"role":"user","content":"c"}]""",
        """[{"role":"user","content":"a"},{"role":"assistant","content":"b"},{"role":"user","content":"c"}]""")]
    // The first message, and then the next question is the first.
    [InlineData(
        """[ {"role":"user","content":"KEY"},{"role":"assistant","content":"b"},{"role":"user","content":"c"}]""",
        """[ {"role":"user","content":"c"}]""")]
    // A refused prompt and the next one in one message.
    [InlineData(
        """[{"role":"user","content":[{"type":"text","text":"<system-reminder>x"},{"type":"text","text":"KEY"}, {"type":"text","text":"c"}]}]""",
        """[{"role":"user","content":[{"type":"text","text":"<system-reminder>x"},{"type":"text","text":"c"}]}]""")]
    // The last block of a message that stays.
    [InlineData(
        """[{"role":"user","content":[{"type":"text","text":"a"} , {"type":"text","text":"KEY"} ]},{"role":"assistant","content":"b"},{"role":"user","content":"c"}]""",
        """[{"role":"user","content":[{"type":"text","text":"a"} ]},{"role":"assistant","content":"b"},{"role":"user","content":"c"}]""")]
    // What the model said, and the question stays.
    [InlineData(
        """[{"role":"user","content":"a"},{"role":"assistant","content":"KEY"},{"role":"user","content":"c"}]""",
        """[{"role":"user","content":"a"},{"role":"user","content":"c"}]""")]
    // A block of an answer.
    [InlineData(
        """[{"role":"user","content":"a"},{"role":"assistant","content":[{"type":"text","text":"KEY"},{"type":"text","text":"b"}]},{"role":"user","content":"c"}]""",
        """[{"role":"user","content":"a"},{"role":"assistant","content":[{"type":"text","text":"b"}]},{"role":"user","content":"c"}]""")]
    public void Text_InHistory_Leaves(string messages, string expected) => Strip(messages).ShouldBe(Body(expected));

    [Theory]
    // The result of a call takes the call along.
    [InlineData(
        """[{"role":"user","content":"a"},{"role":"assistant","content":[{"type":"tool_use","id":"t1","name":"r","input":{}}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"t1","content":"KEY"}]},{"role":"assistant","content":"b"},{"role":"user","content":"c"}]""",
        """[{"role":"user","content":"a"},{"role":"assistant","content":"b"},{"role":"user","content":"c"}]""")]
    // The call takes its result along, and what the model said before it, so that roles alternate.
    [InlineData(
        """[{"role":"user","content":"a"},{"role":"assistant","content":[{"type":"text","text":"I look"},{"type":"tool_use","id":"t1","name":"r","input":{"q":"KEY"}}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"t1","content":"x"}]},{"role":"assistant","content":"b"},{"role":"user","content":"c"}]""",
        """[{"role":"user","content":"a"},{"role":"assistant","content":"b"},{"role":"user","content":"c"}]""")]
    // Of calls side by side only the one.
    [InlineData(
        """[{"role":"user","content":"a"},{"role":"assistant","content":[{"type":"tool_use","id":"t1","name":"r","input":{}}, {"type":"tool_use","id":"t2","name":"r","input":{}}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"t1","content":"x"},{"type":"tool_result","tool_use_id":"t2","content":[{"type":"text","text":"KEY"}]}]},{"role":"assistant","content":"b"},{"role":"user","content":"c"}]""",
        """[{"role":"user","content":"a"},{"role":"assistant","content":[{"type":"tool_use","id":"t1","name":"r","input":{}}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"t1","content":"x"}]},{"role":"assistant","content":"b"},{"role":"user","content":"c"}]""")]
    // Reasoning is signed: its message goes as a whole, with all its calls and their results.
    [InlineData(
        """[{"role":"user","content":"a"},{"role":"assistant","content":[{"type":"thinking","thinking":"hm","signature":"s"},{"type":"tool_use","id":"t1","name":"r","input":{}},{"type":"tool_use","id":"t2","name":"r","input":{}}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"t1","content":"KEY"},{"type":"tool_result","tool_use_id":"t2","content":"y"}]},{"role":"assistant","content":"b"},{"role":"user","content":"c"}]""",
        """[{"role":"user","content":"a"},{"role":"assistant","content":"b"},{"role":"user","content":"c"}]""")]
    // So does one whose reasoning holds it.
    [InlineData(
        """[{"role":"user","content":"a"},{"role":"assistant","content":[{"type":"thinking","thinking":"KEY","signature":"s"},{"type":"text","text":"b"}]},{"role":"user","content":"c"}]""",
        """[{"role":"user","content":"a"},{"role":"user","content":"c"}]""")]
    // What a tool gave, refused in the turn before; the next prompt is in the same message.
    [InlineData(
        """[{"role":"user","content":"a"},{"role":"assistant","content":[{"type":"text","text":"I look"},{"type":"tool_use","id":"t1","name":"r","input":{}}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"t1","content":"KEY"},{"type":"text","text":"c"}]}]""",
        """[{"role":"user","content":"a"},{"role":"assistant","content":[{"type":"text","text":"I look"}]},{"role":"user","content":[{"type":"text","text":"c"}]}]""")]
    // Programs that count anew with every turn: only the pair that belongs together.
    [InlineData(
        """[{"role":"user","content":"a"},{"role":"assistant","content":[{"type":"tool_use","id":"1","name":"r","input":{}}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"1","content":"KEY"}]},{"role":"assistant","content":[{"type":"tool_use","id":"1","name":"r","input":{}}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"1","content":"x"}]}]""",
        """[{"role":"user","content":"a"},{"role":"assistant","content":[{"type":"tool_use","id":"1","name":"r","input":{}}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"1","content":"x"}]}]""")]
    // A tool of the provider is called and answered in one message, which is encrypted.
    [InlineData(
        """[{"role":"user","content":"a"},{"role":"assistant","content":[{"type":"server_tool_use","id":"s","name":"web_search","input":{"query":"KEY"}},{"type":"web_search_tool_result","tool_use_id":"s","content":[{"encrypted_content":"e"}]},{"type":"text","text":"b"}]},{"role":"user","content":"c"}]""",
        """[{"role":"user","content":"a"},{"role":"user","content":"c"}]""")]
    public void Call_AndResult_LeaveTogether(string messages, string expected) => Strip(messages).ShouldBe(Body(expected));

    [Theory]
    // The content of a file that the person named, as Claude Code sends it.
    [InlineData(
        """[{"role":"user","content":"a"},{"role":"system","content":"KEY"},{"role":"assistant","content":"b"},{"role":"user","content":"c"}]""",
        """[{"role":"user","content":"a"},{"role":"assistant","content":"b"},{"role":"user","content":"c"}]""")]
    [InlineData(
        """[{"role":"user","content":"a"},{"role":"developer","content":"KEY"},{"role":"user","content":"c"}]""",
        """[{"role":"user","content":"a"},{"role":"user","content":"c"}]""")]
    [InlineData(
        """[{"role":"user","content":"a"},{"role":"system","content":[{"type":"text","text":"s"},{"type":"text","text":"KEY"}]},{"role":"assistant","content":"b"},{"role":"user","content":"c"}]""",
        """[{"role":"user","content":"a"},{"role":"system","content":[{"type":"text","text":"s"}]},{"role":"assistant","content":"b"},{"role":"user","content":"c"}]""")]
    // What stands between a question and its answer would stand first without the question, behind an answer, or before a question.
    [InlineData(
        """[{"role":"user","content":"KEY"},{"role":"system","content":"s"},{"role":"assistant","content":"b"},{"role":"user","content":"c"}]""",
        """[{"role":"user","content":"c"}]""")]
    [InlineData(
        """[{"role":"user","content":"a"},{"role":"assistant","content":"b"},{"role":"user","content":"KEY"},{"role":"system","content":"s"},{"role":"assistant","content":"d"},{"role":"user","content":"c"}]""",
        """[{"role":"user","content":"a"},{"role":"assistant","content":"b"},{"role":"user","content":"c"}]""")]
    [InlineData(
        """[{"role":"user","content":"a"},{"role":"system","content":"s"},{"role":"assistant","content":"KEY"},{"role":"user","content":"c"}]""",
        """[{"role":"user","content":"a"},{"role":"user","content":"c"}]""")]
    public void Instructions_BehindAQuestion_LeaveLikeHistory(string messages, string expected) => Strip(messages).ShouldBe(Body(expected));

    [Theory]
    // Never refused.
    [InlineData(null, null, false)]
    // The same request once more.
    [InlineData(0, 2, false)]
    // In another turn.
    [InlineData(1, 1, false)]
    [InlineData(0, 1, true)]
    public void LatestTurn_BeforeItsLastText_IsHistoryOnceItWasRefusedThere(int? answers, int? texts, bool isHistory)
    {
        var plan = StripRun.PlanAt(
            Body("""[{"role":"user","content":[{"type":"document","source":{"type":"text","data":"KEY"}},{"type":"text","text":"a"},{"type":"text","text":"b"}]}]"""),
            answers is { } before ? new TurnPlace(before, texts!.Value) : null);
        plan.Outcome.ShouldBe(isHistory ? StripOutcome.Stripped : StripOutcome.NotHistory);
        plan.Turn.ShouldBe(new TurnPlace(0, 2));
    }

    [Theory]
    [InlineData("""[{"role":"user","content":"KEY"}]""", true)]
    [InlineData("""[{"role":"user","content":"a"},{"role":"system","content":"KEY"}]""", true)]
    [InlineData("""[{"role":"user","content":"a"},{"role":"assistant","content":[{"type":"tool_use","id":"t1","name":"r","input":{}}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"t1","content":"KEY"}]}]""", true)]
    [InlineData("""[{"role":"system","content":"KEY"},{"role":"user","content":"a"}]""", false)]
    [InlineData("""[{"role":"user","content":"KEY"},{"role":"user","content":"a"}],"tools":[{"name":"KEY"}]""", false)]
    [InlineData("""[{"role":"user","content":[{"type":"tool_result","tool_use_id":"t1","content":"KEY"}]}]""", false)]
    public void LatestTurn_WithTheNext_LeavesWhereTheRestIsAConversation(string messages, bool leaves)
    {
        var plan = StripRun.PlanAt(Body(messages), refusedAt: null);
        (plan.Outcome, plan.LeavesWithNextTurn).ShouldBe((StripOutcome.NotHistory, leaves));
    }

    [Fact]
    public void RoundOfTools_BehindALeavingQuestion_LeavesUpToTheNextQuestion() =>
        Strip("""[{"role":"user","content":"a"},{"role":"assistant","content":"b"},{"role":"user","content":"KEY"},{"role":"assistant","content":[{"type":"tool_use","id":"t1","name":"r","input":{}}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"t1","content":"x"}]},{"role":"assistant","content":"d"},{"role":"user","content":"c"}]""")
            .ShouldBe(Body("""[{"role":"user","content":"a"},{"role":"assistant","content":"b"},{"role":"user","content":"c"}]"""));

    [Theory]
    [InlineData("""[{"role":"user","content":"KEY"}]""")]
    [InlineData("""[{"role":"user","content":"a"},{"role":"assistant","content":"b"},{"role":"user","content":"KEY"}]""")]
    [InlineData("""[{"role":"user","content":[{"type":"text","text":"KEY"},{"type":"text","text":"<system-reminder>x"}]}]""")]
    [InlineData("""[{"role":"user","content":"a KEY"},{"role":"assistant","content":"b"},{"role":"user","content":"KEY"}]""")]
    // What a tool gave just now, whatever the client adds to it by itself.
    [InlineData("""[{"role":"user","content":"a"},{"role":"assistant","content":[{"type":"tool_use","id":"t1","name":"r","input":{}}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"t1","content":"KEY"}]}]""")]
    [InlineData("""[{"role":"user","content":"a"},{"role":"assistant","content":[{"type":"tool_use","id":"t1","name":"r","input":{}}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"t1","content":"KEY"},{"type":"text","text":"\n <system-reminder>x"}]}]""")]
    // Instructions at the head of the list are the tool's own.
    [InlineData("""[{"role":"system","content":"KEY"},{"role":"user","content":"a"},{"role":"assistant","content":"b"},{"role":"user","content":"c"}]""")]
    [InlineData("""[{"role":"user","content":"a"},{"role":"system","content":"KEY"}]""")]
    [InlineData("""[{"role":"user","content":"a"},{"role":"unheard of","content":"KEY"},{"role":"assistant","content":"b"},{"role":"user","content":"c"}]""")]
    // An answer that the model is to go on with belongs to the turn.
    [InlineData("""[{"role":"user","content":"a"},{"role":"assistant","content":"KEY"}]""")]
    [InlineData("""[{"role":"assistant","content":"KEY"}]""")]
    public void LatestTurn_AndInstructions_AreNotHistory(string messages) => StripRun.Plan(Body(messages)).Outcome.ShouldBe(StripOutcome.NotHistory);

    [Theory]
    [InlineData("""{"system":"KEY","messages":[{"role":"user","content":"a"}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":"a"},{"role":"user","content":"b"}],"tools":[{"name":"KEY"}]}""")]
    [InlineData("""{"prompt":"KEY"}""")]
    [InlineData("""[{"role":"user","content":"KEY"},{"role":"user","content":"b"}]""")]
    [InlineData("KEY")]
    // What two parsers could read in two ways.
    [InlineData("""{"messages":[{"role":"user","content":"KEY"},{"role":"user","content":"b"}],"messages":[{"role":"user","content":"c"}]}""")]
    [InlineData("""{"messages":[{"role":"user","role":"user","content":"KEY"},{"role":"user","content":"b"}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":"KEY"},{"role":"user","content":"b"},]}""")]
    [InlineData("""{"messages":[{"role":"user","content":"KEY"},{"role":"user","content":"b"}]}{}""")]
    [InlineData("""{"messages":[{"role":"user","content":"KEY"},{"role":"user","content":"b"}],"input":[{"role":"user","content":"b"}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":"KEY"},{"role":"user","content":"b"}""")]
    public void Elsewhere_IsNotHistory(string body) => StripRun.Plan(body).Outcome.ShouldBe(StripOutcome.NotHistory);

    [Theory]
    // The result of the call is what the model waits for.
    [InlineData("""[{"role":"user","content":"a"},{"role":"assistant","content":[{"type":"tool_use","id":"t1","name":"r","input":{"q":"KEY"}}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"t1","content":"x"}]}]""")]
    // The question that the model works on.
    [InlineData("""[{"role":"user","content":"KEY"},{"role":"assistant","content":[{"type":"tool_use","id":"t1","name":"r","input":{}}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"t1","content":"x"}]}]""")]
    [InlineData("""[{"role":"user","content":"a"},{"role":"assistant","content":[{"type":"thinking","thinking":"h","signature":"s"},{"type":"text","text":"KEY"},{"type":"tool_use","id":"t1","name":"r","input":{}}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"t1","content":"x"}]}]""")]
    // A result without its call.
    [InlineData("""[{"role":"user","content":[{"type":"tool_result","tool_use_id":"t1","content":"KEY"}]},{"role":"assistant","content":"b"},{"role":"user","content":"x"}]""")]
    public void History_ThatTheLatestTurnNeeds_IsRefusedWithAReason(string messages)
    {
        var plan = StripRun.Plan(Body(messages));
        plan.Outcome.ShouldBe(StripOutcome.Refused);
        plan.Reason.ShouldNotBeNullOrEmpty();
    }

    private static string Strip(string messages) => StripRun.Of(Body(messages));

    private static string Body(string messages) => $$"""{"model":"m", "system":[{"type":"text","text":"s"}],"messages": {{messages}} ,"max_tokens":1e2}""";
}
