using LumenArgus.BrowserTests.Dashboard;

namespace LumenArgus.BrowserTests.Behaviour;

/// <summary>From the first page to all that somebody needs to know about the newest finding.</summary>
[Collection(DashboardCollection.Name)]
public sealed class TwoClicksTests(DashboardFixture dashboard)
{
    [Fact]
    public async Task NewestFindingAndItsSession_TellTypeToolProjectAndAction()
    {
        using (await dashboard.Traffic.ClaudeAsync("two-clicks", "s-two-clicks", $"the key is {Traffic.NewKey()}"))
        {
            await dashboard.Api.UntilAsync("findings?q=two-clicks", static answer => answer.GetProperty("total").GetInt64() > 0);
        }

        await using var visit = await Visit.SignedInAsync(dashboard);
        await visit.Rows.First.ClickAsync();

        var detail = visit.Page.Locator(".detail");
        await detail.Locator("h2").GetByText("AWS access key").WaitForAsync();
        await detail.GetByText("blocked the request: nothing of it left this machine").WaitForAsync();
        foreach (var part in new[] { "Claude Code", "two-clicks", "Anthropic", "AKIA****" })
        {
            await detail.GetByText(part).First.WaitForAsync();
        }

        await detail.GetByText("Open the session").ClickAsync();

        var page = visit.Page.Locator("main");
        await page.Locator("h1").GetByText("Claude Code in two-clicks").WaitForAsync();
        await page.Locator(".turn").GetByText("AWS access key").WaitForAsync();
        await page.Locator(".turn la-badge[kind=action][value=block]").First.WaitForAsync();
        visit.Problems.ShouldBeEmpty();
    }
}
