using LumenArgus.BrowserTests.Chromium;
using LumenArgus.BrowserTests.Dashboard;

namespace LumenArgus.BrowserTests.Behaviour;

/// <summary>Somebody who has just started it, with nothing configured.</summary>
[Collection(DashboardCollection.Name)]
public sealed class FirstRunTests(DashboardFixture dashboard)
{
    [Fact]
    public async Task FirstRequest_TurnsTheFirstPageGreen()
    {
        await using var product = await DashboardFixture.StartProductAsync(dashboard.Provider.Url, "");
        var link = await DashboardFixture.LinkOfAsync(product);
        await using var visit = await Visit.OpenAsync(dashboard, Look.Wide, link);
        await visit.GoAsync("");
        await visit.Page.GetByText("has seen no request yet").WaitForAsync();
        await visit.PictureAsync("overview-first");

        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Set up a tool" }).Last.ClickAsync();
        await visit.Page.Locator(".arrival").GetByText("Waiting for the first request").WaitForAsync();
        await visit.LiveAsync();
        await visit.PictureAsync("setup-waiting");
        using var traffic = new Traffic(product.Url);
        using var answer = await traffic.ClaudeAsync("first", "s-first", "Hello.");

        ((int)answer.StatusCode).ShouldBe(200);
        await visit.Page.Locator(".arrival.works").WaitForAsync();
        await visit.Page.Locator("la-card.tool.seen").GetByText("Claude Code").WaitForAsync();
        await visit.PictureAsync("setup-works");
        visit.Problems.ShouldBeEmpty();
    }
}
