using System.Text;
using LumenArgus.Scanning.Rules;

namespace LumenArgus.Tests.Scanning.Fingerprints;

/// <summary>A conversation is sent again with every turn, and scanned once.</summary>
public sealed class RecallCostTests
{
    private const int Turns = 200;

    private static readonly RuleIndex Index = TestRules.Index([.. TestRules.All]);

    public static TheoryData<string, string> Shapes() => new()
    {
        { """{"model":"m","system":"be brief","messages":[""", "]}" },
        { """{"model":"m","request":{"contents":[""", "]}}" },
        { """{"model":"m","input":[""", """],"stream":true,"tools":[{"name":"read","description":"reads a file"}]}""" },
        { "[", "]" },
        { """[{"messages":[""", "]}]" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Two_hundred_turns_cost_what_the_last_one_holds(string before, string after)
    {
        var (scanned, size) = Play(before, after, turn => Message(turn, 40 + (turn % 7 * 30)));

        // Beside the texts themselves the ends of the last two messages, which meet the new one.
        scanned.ShouldBeLessThan((long)(1.3 * size) + (16 * 1024));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Short_messages_cost_no_more(string before, string after)
    {
        var (scanned, size) = Play(before, after, turn => Message(turn, 3));

        scanned.ShouldBeLessThan((long)(1.3 * size) + (16 * 1024));
    }

    [Fact]
    public void Long_texts_cost_no_more()
    {
        var (scanned, size) = Play("""{"messages":[""", "]}", turn => Message(turn, turn % 10 == 0 ? 6000 : 20));

        scanned.ShouldBeLessThan((long)(1.2 * size));
    }

    [Fact]
    public void A_finding_costs_its_own_unit_with_every_turn()
    {
        var secret = "AKIA" + "Q3EGRZ7NP5WXLB2K";
        var (scanned, size) = Play("""{"messages":[""", "]}", turn => turn == 20 ? $$"""{"role":"user","content":"it is {{secret}} I think"}""" : Message(turn, 100));

        scanned.ShouldBeLessThan((long)(1.2 * size) + (Turns * 500));
    }

    private static (long Scanned, long Size) Play(string before, string after, Func<int, string> message)
    {
        var scan = new RememberedScan(Index);
        var messages = new List<string>();
        long scanned = 0;
        long size = 0;
        for (var turn = 0; turn < Turns; turn++)
        {
            messages.Add(message(turn));
            var body = Encoding.UTF8.GetBytes(before + string.Join(",", messages) + after);
            scan.Turn(body);
            scanned += scan.Counters.BytesScanned + scan.Counters.ViewBytes;
            size = body.Length;
        }

        return (scanned, size);
    }

    private static string Message(int turn, int words) =>
        $$"""{"role":"{{(turn % 2 == 0 ? "user" : "assistant")}}","content":[{"type":"text","text":"{{string.Join(" ", Enumerable.Range(0, words).Select(i => $"w{turn}x{i}"))}}"}]}""";
}
