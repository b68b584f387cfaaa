using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Plugins.RuleAnalysis;

namespace LumenArgus.Tests.Plugins.RuleAnalysis;

public sealed class PairClassifierTests
{
    [Fact]
    public void Classify_RulesThatMatchTheSame_AreDuplicatesAndTheBetterTierStays()
    {
        var pair = Classify(Rule("one", tier: "pro", matchedBy: [("one", 10), ("two", 9)]), Rule("two", matchedBy: [("two", 10), ("one", 8)])).ShouldHaveSingleItem();

        pair.Relationship.ShouldBe("duplicate");
        pair.Recommendation.ShouldBe("disable_a");
        pair.Reason.ShouldContain("'two' is of the tier community");
        (pair.OverlapAToB, pair.OverlapBToA).ShouldBe((0.9, 0.8));
        pair.Jaccard.ShouldBe(0.85);
    }

    [Theory]
    [InlineData(Severity.Warning, Severity.High, "disable_a")]
    [InlineData(Severity.High, Severity.Warning, "review")]
    public void Classify_RuleThatAnotherCovers_IsItsSubset(Severity small, Severity large, string recommendation)
    {
        var pair = Classify(Rule("wide", severity: large, matchedBy: [("wide", 10)]), Rule("narrow", severity: small, matchedBy: [("narrow", 10), ("wide", 10)])).ShouldHaveSingleItem();

        (pair.RuleA, pair.RuleB, pair.Relationship, pair.Recommendation).ShouldBe(("narrow", "wide", "subset", recommendation));
    }

    [Theory]
    [InlineData(3, "overlap")]
    [InlineData(1, null)]
    public void Classify_RulesThatMatchSome_OverlapUnlessItIsChance(int both, string? relationship) =>
        Classify(Rule("one", matchedBy: [("one", 10), ("two", both)]), Rule("two", matchedBy: [("two", 10)])).SingleOrDefault()?.Relationship.ShouldBe(relationship);

    [Theory]
    [InlineData("pii", RuleStages.Request)]
    [InlineData("secrets", RuleStages.Response | RuleStages.Request)]
    public void Classify_DuplicateThatDoesMore_IsNotRecommendedAway(string detector, RuleStages stages)
    {
        var better = Rule("better", severity: Severity.Critical, matchedBy: [("better", 10), ("other", 10)]);
        var other = Rule("other", matchedBy: [("better", 10), ("other", 10)]);

        var pair = Classify(better, other with { Rule = other.Rule with { Detector = detector, Stages = stages } }).ShouldHaveSingleItem();

        (pair.Relationship, pair.Recommendation).ShouldBe(("duplicate", "review"));
    }

    [Fact]
    public void Classify_RulesForDifferentTraffic_SayNothing()
    {
        var other = Rule("other", matchedBy: [("one", 10), ("other", 10)]);

        Classify(Rule("one", matchedBy: [("one", 10), ("other", 10)]), other with { Rule = other.Rule with { Stages = RuleStages.Response } }).ShouldBeEmpty();
    }

    [Fact]
    public void Classify_GenericRuleBesideOneThatIsNot_SaysNothing() =>
        Classify(Rule("issuer", matchedBy: [("issuer", 10), ("any", 10)]), Rule("any", isGeneric: true, matchedBy: [("any", 10)])).ShouldBeEmpty();

    [Fact]
    public void Build_DuplicatesOfDuplicates_AreOneClusterAndRedundant()
    {
        (string, int)[] all = [("a", 10), ("b", 10), ("c", 10), ("d", 10)];
        var corpora = Corpora(Rule("a", matchedBy: all), Rule("b", matchedBy: all), Rule("c", severity: Severity.Critical, matchedBy: all), Rule("d", matchedBy: all));

        var clusters = ResultBuilder.Clusters(new PairClassifier(corpora, 0.8).Classify(CancellationToken.None), corpora);
        var quality = ResultBuilder.Quality(corpora, 0.8, CancellationToken.None);

        var cluster = clusters.ShouldHaveSingleItem();
        cluster.Rules.ShouldBe(["a", "b", "c", "d"]);
        cluster.Keep.ShouldBe("c");
        cluster.Reason.ShouldBe("'c' is more severe");
        quality.FullyRedundant.Select(static note => note.Rule).ShouldBe(["a", "b", "c", "d"]);
        quality.LowSpecificity.Length.ShouldBe(4);
        quality.BroadPatterns.ShouldBeEmpty();
    }

    private static ImmutableArray<RulePair> Classify(params RuleCorpus[] corpora) => new PairClassifier(Corpora(corpora), 0.8).Classify(CancellationToken.None);

    private static Dictionary<string, RuleCorpus> Corpora(params RuleCorpus[] corpora) => corpora.ToDictionary(static corpus => corpus.Rule.Name, StringComparer.Ordinal);

    private static RuleCorpus Rule(string name, string tier = "community", Severity severity = Severity.High, bool isGeneric = false, params (string Rule, int Texts)[] matchedBy) => new(
        new RuleInfo { Name = name, Detector = "secrets", Pattern = name, Tier = tier, Severity = severity, Generic = isGeneric, Enabled = true, Stages = RuleStages.Request },
        Size: 10,
        matchedBy.ToImmutableDictionary(static each => each.Rule, static each => Enumerable.Range(0, each.Texts).ToImmutableArray(), StringComparer.Ordinal));
}
