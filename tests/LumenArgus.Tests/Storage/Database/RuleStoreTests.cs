using Dapper;
using LumenArgus.Storage.Overrides;
using LumenArgus.Storage.Rules;
using Microsoft.Data.Sqlite;

namespace LumenArgus.Tests.Storage.Database;

public sealed class RuleStoreTests
{
    private static readonly StoredRule Rule = new() { Name = "mine", Pattern = "x{3}", Plugin = "acme.secrets", OriginSeverity = "high", Definition = "{}" };

    private static CancellationToken Token => StoreFixture.Token;

    [Fact]
    public async Task Change_Plan_IsAppliedAndGivesTheTable()
    {
        await using var fixture = await StoreFixture.StartAsync();
        var rules = fixture.Get<IRuleStore>();

        var first = await rules.ChangeAsync(_ => new RuleChanges { Added = [Rule, Rule with { Name = "other" }] }, Token);
        var second = await rules.ChangeAsync(
            rows => new RuleChanges { Updated = [rows.Single(static row => row.Name == "mine") with { Enabled = false }], Deleted = ["other"] }, Token);

        first.Rules.Select(static row => row.Name).ShouldBe(["mine", "other"]);
        second.Rules.ShouldHaveSingleItem().ShouldBe(first.Rules[0] with { Enabled = false });
        second.Revision.ShouldBeGreaterThan(first.Revision);
        (await rules.RevisionAsync(Token)).ShouldBe(second.Revision);
        (await rules.ChangeAsync(static _ => new RuleChanges(), Token)).Revision.ShouldBe(second.Revision);
    }

    [Fact]
    public async Task Change_PlanThatThrows_ChangesNothing()
    {
        await using var fixture = await StoreFixture.StartAsync();
        var rules = fixture.Get<IRuleStore>();

        await Should.ThrowAsync<InvalidOperationException>(() => rules.ChangeAsync(static _ => throw new InvalidOperationException(), Token));

        (await rules.ListAsync(Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Hits_AreAddedUpAndAreNoNewRevision()
    {
        await using var fixture = await StoreFixture.StartAsync();
        var rules = fixture.Get<IRuleStore>();
        var table = await rules.ChangeAsync(static _ => new RuleChanges { Added = [Rule] }, Token);

        await rules.AddHitsAsync([new RuleHitCount("secrets", "mine", 2), new RuleHitCount("other", "mine", 5), new RuleHitCount("secrets", "unknown", 1)], Token);
        await rules.AddHitsAsync([new RuleHitCount("secrets", "mine", 3)], Token);

        (await rules.FindAsync("mine", Token))!.HitCount.ShouldBe(5);
        (await rules.RevisionAsync(Token)).ShouldBe(table.Revision);
    }

    [Fact]
    public async Task TryRead_DatabaseOfARunningProduct_GivesItsTable()
    {
        await using var fixture = await StoreFixture.StartAsync();
        var table = await fixture.Get<IRuleStore>().ChangeAsync(static _ => new RuleChanges { Added = [Rule] }, Token);

        var read = RuleTableFile.TryRead(fixture.Path, out var problem).ShouldNotBeNull();

        problem.ShouldBeNull();
        read.Revision.ShouldBe(table.Revision);
        read.Rules.ShouldBe(table.Rules);
    }

    [Fact]
    public async Task TryRead_NoDatabase_MakesNone()
    {
        await using var fixture = new StoreFixture();

        RuleTableFile.TryRead(fixture.Path, out var problem).ShouldBeNull();

        problem.ShouldBeNull();
        File.Exists(fixture.Path).ShouldBeFalse();
    }

    [Fact]
    public async Task TryRead_DatabaseOfANewerProgram_IsNotReadAndSaysSo()
    {
        await using var fixture = await StoreFixture.StartAsync();
        await fixture.Get<IRuleStore>().ChangeAsync(static _ => new RuleChanges { Added = [Rule] }, Token);
        await using (var connection = new SqliteConnection($"Data Source={fixture.Path};Pooling=False"))
        {
            await connection.ExecuteAsync("INSERT INTO schema_version (version) VALUES (9999)");
        }

        RuleTableFile.TryRead(fixture.Path, out var problem).ShouldBeNull();
        ConfigOverrideFile.TryRead(fixture.Path, out var other).ShouldBeNull();

        problem.ShouldNotBeNull().ShouldContain("schema version 9999");
        other.ShouldBe(problem);
    }

    [Fact]
    public async Task TryRead_NoDatabaseButAFile_SaysSo()
    {
        await using var fixture = new StoreFixture();
        await File.WriteAllTextAsync(fixture.Path, new string('x', 8192), Token);

        RuleTableFile.TryRead(fixture.Path, out var problem).ShouldBeNull();

        problem.ShouldNotBeNull().ShouldContain("damaged or no database");
    }
}
