using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Allowlists;
using LumenArgus.Scanning.Rules;
using LumenArgus.Tests.Plugins;

namespace LumenArgus.Tests.Scanning.Fingerprints;

/// <summary>Whatever happened in a conversation before, a turn has the findings that it would have if nothing were known of it.</summary>
public sealed class RecallPropertyTests
{
    private const int Conversations = 150;
    private const int Turns = 12;

    private static readonly RuleIndex Index = RuleRunner.Build(PluginUnderTest.All).Index;

    [Fact]
    public void What_is_known_changes_no_finding() => Play(new AllowlistOptions(), firstSeed: 0, _ => true);

    [Fact]
    public void A_turn_that_was_blocked_changes_no_finding() => Play(new AllowlistOptions(), firstSeed: 1000, random => random.Next(3) > 0);

    [Fact]
    public void An_allowlist_changes_no_finding() =>
        Play(new AllowlistOptions { Paths = ["test/**"], Pii = ["*@acme-corp.io"], InlineComments = true }, firstSeed: 2000, _ => true);

    private static void Play(AllowlistOptions allowlist, int firstSeed, Func<Random, bool> commits)
    {
        long known = 0;
        long found = 0;
        for (var seed = firstSeed; seed < firstSeed + Conversations; seed++)
        {
            var conversation = new RandomConversation(seed);
            var random = new Random(seed);
            var scan = new RememberedScan(Index, allowlist);
            for (var turn = 0; turn < Turns; turn++)
            {
                var body = conversation.Next();
                var expected = scan.Fresh(body);
                var actual = scan.Turn(body, commits(random));
                known += scan.BytesKnown;
                found += actual.Length;
                AreSame(expected, actual).ShouldBeTrue($"conversation {seed}, turn {turn}: {expected.Length} findings expected, {actual.Length} found");
            }
        }

        // Else nothing was tried.
        known.ShouldBeGreaterThan(100_000);
        found.ShouldBeGreaterThan(100);
    }

    // Values are compared as values; nothing prints them.
    private static bool AreSame(IReadOnlyList<Finding> expected, IReadOnlyList<Finding> actual) => expected.Count == actual.Count
        && expected.Zip(actual).All(static pair => pair.First == pair.Second);
}
