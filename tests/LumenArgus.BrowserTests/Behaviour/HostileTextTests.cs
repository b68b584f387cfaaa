using LumenArgus.BrowserTests.Dashboard;

namespace LumenArgus.BrowserTests.Behaviour;

/// <summary>What somebody sends to make the dashboard run it is shown as the text that it is.</summary>
[Collection(DashboardCollection.Name)]
public sealed class HostileTextTests(DashboardFixture dashboard)
{
    [Theory]
    [InlineData("#/findings?q=onerror")]
    [InlineData("#/sessions")]
    [InlineData("#/audit")]
    public async Task Script_InAModelOrAnId_IsText(string hash)
    {
        await using var visit = await Visit.SignedInAsync(dashboard);

        await visit.GoAsync(hash);
        await visit.Rows.Filter(new() { HasText = hash == "#/sessions" ? Traffic.Script : "tool/1" }).First.ClickAsync();
        await visit.RestAsync();

        await visit.Page.GetByText(Traffic.Script).First.WaitForAsync();
        (await visit.IsBrokenAsync()).ShouldBeFalse();
        visit.Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Script_InTheNameOfAProperty_IsText()
    {
        await using var visit = await Visit.SignedInAsync(dashboard);
        var found = await dashboard.Api.GetAsync("findings?q=onerror");

        await visit.GoAsync($"#/findings/{found.GetProperty("findings")[0].GetProperty("id").GetInt64()}");

        await visit.Page.Locator(".detail").GetByText(Traffic.Image).First.WaitForAsync();
        (await visit.IsBrokenAsync()).ShouldBeFalse();
        visit.Problems.ShouldBeEmpty();
    }
}
