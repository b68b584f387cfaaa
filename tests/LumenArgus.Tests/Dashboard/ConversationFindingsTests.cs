using LumenArgus.Dashboard.Api.Sessions;
using LumenArgus.Tests.Storage.Database;

namespace LumenArgus.Tests.Dashboard;

public sealed class ConversationFindingsTests
{
    [Theory]
    [InlineData(null, "bb", "x3")]
    [InlineData("bb", "bb", "x3")]
    [InlineData("aa", "aa", "x1")]
    public async Task ReadAsync_OneIdentifierOfTwoKeys_IsOneOfThem(string? asked, string key, string first)
    {
        await using var store = await StoreFixture.StartAsync();
        store.Writer.Write(StoreFixture.Row(1, time: "2026-01-01T00:00:00.000Z") with { ApiKeyHash = "aa", ExchangeId = "x1" });
        store.Writer.Write(StoreFixture.Row(2, time: "2026-01-02T00:00:00.000Z") with { ApiKeyHash = "aa", ExchangeId = "x2" });
        store.Writer.Write(StoreFixture.Row(3, time: "2026-01-03T00:00:00.000Z") with { ApiKeyHash = "bb", ExchangeId = "x3" });
        store.Writer.Write(StoreFixture.Row(4, time: "2026-01-04T00:00:00.000Z") with { ApiKeyHash = "bb", ExchangeId = "x4" });
        await store.FlushAsync();

        var found = await ConversationFindings.ReadAsync(store.Findings, "s1", asked, StoreFixture.Token);

        found.Session.ShouldNotBeNull().ApiKeyHash.ShouldBe(key);
        (found.Session.FindingCount, found.Rows.Count, found.Exchanges.Count, found.FirstExchange, found.IsShared).ShouldBe((2, 2, 2, first, true));
        found.Rows.ShouldAllBe(row => row.ApiKeyHash == key);
    }

    [Fact]
    public async Task ReadAsync_IdentifierOfOneKey_IsWhatTheListShows()
    {
        await using var store = await StoreFixture.StartAsync();
        store.Writer.Write(StoreFixture.Row(1));
        store.Writer.Write(StoreFixture.Row(2));
        await store.FlushAsync();

        var found = await ConversationFindings.ReadAsync(store.Findings, "s1", apiKeyHash: null, StoreFixture.Token);

        found.Session.ShouldBe((await store.Findings.SessionsAsync(since: null, 1, StoreFixture.Token)).Single());
        found.IsShared.ShouldBeFalse();
        (await ConversationFindings.ReadAsync(store.Findings, "s1", "of nobody", StoreFixture.Token)).ShouldSatisfyAllConditions(
            static none => none.Session.ShouldBeNull(), static none => none.IsShared.ShouldBeTrue());
    }
}
