using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Configuration.Changes;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Rules;
using LumenArgus.Scanning.Rules.Files;
using LumenArgus.Storage.Rules;

namespace LumenArgus.Tests.Inspection.Rules;

public sealed class RuleCatalogueTests
{
    private const string Plugin = "acme.secrets";

    private static readonly DetectionRule Key = new() { Name = "key", Detector = "secrets", Severity = Severity.High, Pattern = "key_[0-9]{4}", EntropyFloor = 2 };

    [Fact]
    public void Of_NoTable_UsesRulesAsTheyCome()
    {
        var rule = Of(null).ShouldHaveSingleItem();

        (rule.Rule, rule.IsUsed, rule.Action, rule.Source, rule.Tier).ShouldBe((Key, true, null, Plugin, RuleTier.Community));
    }

    [Fact]
    public void Of_RowOfAPluginsRule_DecidesSwitchActionAndSeverityOnly()
    {
        var row = RuleRow.Of(Plugin, Key) with { Pattern = "something else", Enabled = false, Action = "block", Severity = "info", HitCount = 5 };

        var rule = Of(Table(row)).ShouldHaveSingleItem();

        rule.Rule.ShouldBe(Key with { Severity = Severity.Info });
        (rule.IsUsed, rule.IsSwitchedOff, rule.Action, rule.HitCount).ShouldBe((false, true, PolicyAction.Block, 5));
    }

    [Theory]
    [InlineData("secrets", RuleSource.Dashboard)]
    [InlineData("other", RuleSource.Import)]
    public void Of_RowOfAnotherRule_DoesNotCount(string detector, string source)
    {
        var row = RuleRow.Of(Plugin, Key) with { Detector = detector, Source = source, Plugin = "", Enabled = false };

        Of(Table(row))[0].IsUsed.ShouldBeTrue();
    }

    [Fact]
    public void Of_RowsThatStandAlone_AreRules()
    {
        var made = new StoredRule { Name = "made", Pattern = "made_[0-9]{4}", Source = RuleSource.Dashboard, Severity = "critical", Tags = """["a"]""", Action = "log" };
        var entry = new RuleFileEntry(Key with { Name = "imported", Keywords = ["key_"] }, PolicyAction.Block, Line: 1);
        var imported = RuleRow.Of(entry, RuleSource.Import, RuleTier.Community);
        var left = new StoredRule { Name = "left_by_the_original", Pattern = "x" };
        var away = RuleRow.Of("plugin.not.here", Key with { Name = "away" });

        var rules = Of(Table(made, imported, left, away))[1..];

        rules.Select(static rule => (rule.Rule.Name, rule.Rule.Severity, rule.Action)).ShouldBe([("made", Severity.Critical, PolicyAction.Log), ("imported", Severity.High, PolicyAction.Block)]);
        rules[0].Rule.Tags.ShouldBe(["a"]);
        (rules[1].Rule.EntropyFloor, rules[1].Rule.Keywords.Single()).ShouldBe((2, "key_"));
    }

    [Fact]
    public void Of_ProRule_NeedsALicence()
    {
        var row = RuleRow.Of(new RuleFileEntry(Key with { Name = "pro" }, null, Line: 1), RuleSource.Import, RuleTier.Pro);

        Of(Table(row))[1].IsUsed.ShouldBeFalse();
        Of(Table(row))[1].Rejection.ShouldNotBeNull().ShouldContain("licence");
        Of(Table(row), hasLicence: true)[1].IsUsed.ShouldBeTrue();
    }

    [Fact]
    public void Of_CustomRule_StaysWithoutItsRowAndIsOffWhereTheRowSaysSo()
    {
        var custom = new CustomRule(Key with { Name = "ticket", Detector = "custom" }, PolicyAction.Block);
        var config = Config() with { CustomRules = [custom] };

        RuleCatalogue.Of(config, [], Table(), hasLicence: false).ShouldHaveSingleItem().IsUsed.ShouldBeTrue();
        RuleCatalogue.Of(config, [], Table(RuleRow.Of(custom) with { Enabled = false }), hasLicence: false).ShouldHaveSingleItem().IsUsed.ShouldBeFalse();
    }

    [Fact]
    public void ActionsOf_RulesInUse_GivesTheFirstOfEachName()
    {
        CatalogueRule[] rules =
        [
            new(Key, Plugin, IsEnabled: true, Rejection: null) { Source = Plugin },
            new(Key, null, IsEnabled: true, Rejection: null) { Source = RuleSource.Api, Action = PolicyAction.Block },
            new(Key with { Name = "own" }, null, IsEnabled: true, Rejection: null) { Source = RuleSource.Api, Action = PolicyAction.Log },
            new(Key with { Name = "off" }, null, IsEnabled: false, Rejection: null) { Source = RuleSource.Api, Action = PolicyAction.Log },
        ];

        RuleCatalogue.ActionsOf(rules).ShouldHaveSingleItem().ShouldBe(KeyValuePair.Create(("secrets", "own"), PolicyAction.Log));
    }

    [Fact]
    public void Between_Tables_TellsWhatChangedAndWhatBecameWeaker()
    {
        var row = RuleRow.Of(Plugin, Key);
        var made = new StoredRule { Name = "made", Pattern = "made_[0-9]{4}", Source = RuleSource.Dashboard };

        Changes([row], [row with { Enabled = false }]).ShouldBe([("rules.secrets.key enabled, high -> disabled, high", true)]);
        Changes([row], [row with { Action = "block" }]).ShouldBe([("rules.secrets.key enabled, high -> enabled, high, block", false)]);
        Changes([row], [row with { Severity = "info" }]).ShouldBe([("rules.secrets.key enabled, high -> enabled, info", true)]);
        Changes([made], [made with { Pattern = "m" }]).ShouldBe([("rules.secrets.made enabled, high -> enabled, high, changed", false)]);
        Changes([made], []).Single().IsWeaker.ShouldBeTrue();
        Changes([], [made]).Single().IsWeaker.ShouldBeFalse();
        Changes([], [row]).ShouldBeEmpty();
        Changes([row], [row with { HitCount = 9 }]).ShouldBeEmpty();
    }

    private static (string Text, bool IsWeaker)[] Changes(StoredRule[] from, StoredRule[] to) =>
        [.. RuleTableDiff.Between(Table(from), Table(to), Config()).Select(static change => (change.ToString(), change.IsWeaker))];

    private static CatalogueRule[] Of(RuleTableSnapshot? table, bool hasLicence = false) => [.. RuleCatalogue.Of(Config(), [new PluginRuleSet(Plugin, [Key])], table, hasLicence)];

    private static RuleTableSnapshot Table(params StoredRule[] rows) => new(new StoredRules(1, [.. rows]));

    private static LumenArgusConfig Config()
    {
        LumenArgusHome.TryResolve(static _ => "/home/me", out var home, out _);
        return LumenArgusConfig.Defaults(home!);
    }
}
