using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Rules;
using LumenArgus.Storage.Rules;

namespace LumenArgus.Tests.Inspection.Rules;

public sealed class RuleReconcilerTests
{
    private const string Plugin = "acme.secrets";

    private static readonly DetectionRule Key = new() { Name = "key", Detector = "secrets", Severity = Severity.High, Pattern = "key_[0-9]{4}", Title = "A key" };

    [Fact]
    public void Plan_EmptyTable_AddsRulesOfPluginsAndConfiguration()
    {
        var changes = Plan([], [Key], [Custom("ticket", PolicyAction.Block)]);

        changes.Updated.ShouldBeEmpty();
        changes.Deleted.ShouldBeEmpty();
        changes.Added.Select(static row => (row.Name, row.Plugin, row.Source, row.Tier, row.Severity, row.OriginSeverity, row.Action, row.Description)).ShouldBe([
            ("key", Plugin, RuleSource.Import, RuleTier.Community, "high", "high", "", "A key"),
            ("ticket", "", RuleSource.Yaml, RuleTier.Custom, "high", "high", "block", ""),
        ]);
    }

    [Fact]
    public void Plan_TableThatIsUpToDate_ChangesNothing() =>
        Plan(Plan([], [Key], [Custom("ticket")]).Added, [Key], [Custom("ticket")]).IsEmpty.ShouldBeTrue();

    [Fact]
    public void Plan_WithoutImport_AddsNoRowAndRefreshesThoseThatAreThere()
    {
        var rows = Plan([], [Key], []).Added;
        var next = Key with { Pattern = "key_[0-9]{5}" };
        DetectionRule[] rules = [next, Key with { Name = "second" }];

        var changes = new RuleReconciler(new RuleOrigins([new PluginRuleSet(Plugin, [.. rules])], [], Import: false)).Plan(rows);

        changes.Added.ShouldBeEmpty();
        changes.Updated.ShouldHaveSingleItem().Pattern.ShouldBe(next.Pattern);
    }

    [Fact]
    public void Plan_NewerPlugin_KeepsDecisionsAndTakesTheRest()
    {
        var row = RuleRow.Of(Plugin, Key) with { Id = 7, HitCount = 3, Enabled = false, Action = "block", Severity = "info", UpdatedBy = "me" };

        var updated = Plan([row], [Key with { Pattern = "key_[0-9]{5}", Severity = Severity.Critical, Validator = "luhn" }], []).Updated.ShouldHaveSingleItem();

        updated.ShouldBe(row with { Pattern = "key_[0-9]{5}", OriginSeverity = "critical", Validator = "luhn" });
    }

    [Fact]
    public void Plan_NewerPlugin_ChangesASeverityThatNobodyChose() =>
        Plan([RuleRow.Of(Plugin, Key)], [Key with { Severity = Severity.Critical }], []).Updated.ShouldHaveSingleItem().Severity.ShouldBe("critical");

    [Fact]
    public void Plan_Reset_TakesDecisionsBack()
    {
        var row = RuleRow.Of(Plugin, Key) with { Enabled = false, Action = "block", Severity = "info" };

        new RuleReconciler(new RuleOrigins([new PluginRuleSet(Plugin, [Key])], Custom: null, Import: true), reset: true).Plan([row])
            .Updated.ShouldHaveSingleItem().ShouldBe(RuleRow.Of(Plugin, Key));
    }

    [Fact]
    public void Plan_RuleThatItsPluginDropped_IsDeletedUnlessSomethingWasDecided()
    {
        var decided = RuleRow.Of(Plugin, Key with { Name = "decided" }) with { Enabled = false };
        var away = RuleRow.Of("other.plugin", Key with { Name = "away" });

        Plan([RuleRow.Of(Plugin, Key), decided, away], [], []).Deleted.ShouldBe(["key"]);
    }

    [Fact]
    public void Plan_LastCustomRuleRemoved_DeletesItsRow()
    {
        var rows = Plan([], [], [Custom("ticket")]).Added;

        Plan(rows, [], []).Deleted.ShouldBe(["ticket"]);
        new RuleReconciler(new RuleOrigins([], Custom: null, Import: true)).Plan(rows).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Plan_CustomRule_IsWhatTheFileSaysButForBeingOff()
    {
        var row = RuleRow.Of(Custom("ticket")) with { Enabled = false, Action = "log", Severity = "info" };

        var updated = Plan([row], [], [Custom("ticket", PolicyAction.Block)]).Updated.ShouldHaveSingleItem();

        (updated.Enabled, updated.Action, updated.Severity).ShouldBe((false, "block", "high"));
    }

    [Theory]
    [InlineData(RuleSource.Api)]
    [InlineData(RuleSource.Dashboard)]
    [InlineData(RuleSource.Yaml)]
    public void Plan_NameOfAnotherRule_LeavesItAloneAndSaysSo(string source)
    {
        var row = new StoredRule { Name = "key", Pattern = "mine", Source = source };
        var reconciler = new RuleReconciler(Origins([Key], source == RuleSource.Yaml ? [Custom("key")] : []));

        reconciler.Plan([row]).Updated.ShouldAllBe(static updated => updated.Source == RuleSource.Yaml);

        reconciler.Problems.ShouldHaveSingleItem().ShouldContain("secrets.key of plugin acme.secrets has no row");
    }

    [Fact]
    public void Plan_RowOfTheOriginal_BecomesThatOfThePlugin()
    {
        var row = new StoredRule { Id = 1, Name = "key", Pattern = "old", Severity = "critical", Enabled = false, Action = "log" };

        var updated = Plan([row], [Key], []).Updated.ShouldHaveSingleItem();

        (updated.Plugin, updated.Pattern, updated.Severity, updated.Enabled, updated.Action).ShouldBe((Plugin, Key.Pattern, "high", false, "log"));
    }

    private static CustomRule Custom(string name, PolicyAction? action = null) =>
        new(new DetectionRule { Name = name, Detector = "custom", Severity = Severity.High, Pattern = "INT-[0-9]{6}" }, action);

    private static RuleOrigins Origins(DetectionRule[] rules, CustomRule[] custom) => new([new PluginRuleSet(Plugin, [.. rules])], [.. custom], Import: true);

    private static RuleChanges Plan(IReadOnlyList<StoredRule> rows, DetectionRule[] rules, CustomRule[] custom) => new RuleReconciler(Origins(rules, custom)).Plan(rows);
}
