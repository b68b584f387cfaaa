using LumenArgus.Scanning.History;

namespace LumenArgus.Tests.Scanning.History;

/// <summary>Conversations that are made to be expensive: what a plan costs grows with them, and not faster.</summary>
public sealed class StripCostTests
{
    private const int Repeats = 2_000;
    private const string Next = """{"role":"user","content":"go on"}""";

    [Theory]
    // One refused question after the other.
    [InlineData("""{"role":"user","content":"KEY"}""")]
    // Answers that all hang on one question.
    [InlineData("""{"role":"assistant","content":"a"},{"role":"user","content":"KEY"}""")]
    // Rounds of tools that bring two answers together, each time.
    [InlineData("""{"role":"assistant","content":[{"type":"text","text":"a"},{"type":"tool_use","id":"1"}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"1","content":"KEY"}]}""")]
    // All calls of all answers with one identifier, and results of a call that was one of many.
    [InlineData("""{"role":"assistant","content":[{"type":"tool_use","id":"1"},{"type":"tool_use","id":"1"}]},{"role":"user","content":[{"type":"tool_result","tool_use_id":"1"},{"type":"tool_result","tool_use_id":"1","content":"KEY"}]}""")]
    [InlineData("""{"role":"assistant","tool_calls":[{},{}]},{"role":"tool","content":"x"},{"role":"tool","content":"KEY"}""")]
    public void Plan_ForTwiceTheConversation_CostsTwice(string messages)
    {
        var once = Plan(messages, Repeats);
        var twice = Plan(messages, 2 * Repeats);

        twice.Outcome.ShouldBe(StripOutcome.Stripped);
        twice.Steps.ShouldBeLessThan((once.Steps * 2) + 100);
        once.Steps.ShouldBeLessThan(100L * Repeats);
    }

    [Fact]
    public void Plan_ForManyBlocksOfOneMessage_CostsTwice()
    {
        var once = PlanBlocks(Repeats);
        var twice = PlanBlocks(2 * Repeats);

        twice.Outcome.ShouldBe(StripOutcome.Stripped);
        twice.Steps.ShouldBeLessThan((once.Steps * 2) + 100);
    }

    [Fact]
    public void Plan_ForMoreThanAConversation_IsNone() =>
        StripRun.Plan($$"""{"messages":[{{string.Join(",", Enumerable.Repeat("0", 1_000_000))}},{"role":"user","content":"KEY"},{{Next}}]}""").Outcome.ShouldBe(StripOutcome.NotHistory);

    private static StripPlan Plan(string messages, int repeats) => StripRun.Plan(
        $$"""{"messages":[{"role":"user","content":"a"},{{string.Join(",", Enumerable.Repeat(messages, repeats))}},{{Next}}]}""");

    private static StripPlan PlanBlocks(int repeats) => StripRun.Plan(
        """{"messages":[{"role":"user","content":[""" + string.Join(",", Enumerable.Repeat("""{"type":"text","text":"KEY"}""", repeats)) + "]}," + Next + "]}");
}
