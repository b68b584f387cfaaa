using LumenArgus.BrowserTests.Chromium;
using LumenArgus.BrowserTests.Dashboard;

namespace LumenArgus.BrowserTests.Behaviour;

/// <summary>The server is away, slow, or does not know somebody any more while a page is open.</summary>
[Collection(DashboardCollection.Name)]
public sealed class AwayTests(DashboardFixture dashboard)
{
    [Fact]
    public async Task Page_OpenedWhileTheServerIsAway_ComesWithIt()
    {
        await using var relay = new CuttableRelay(new Uri(dashboard.Address));
        await using var visit = await Visit.OpenAsync(dashboard, Look.Wide, relay.UrlOf(dashboard.Link));
        await visit.LiveAsync();
        relay.Cut();
        await visit.Page.Locator("button.live.reconnecting").WaitForAsync();

        await visit.Page.EvaluateAsync("() => { location.hash = '#/pipeline'; }");
        await visit.Page.GetByText("The page comes when it is back.").WaitForAsync();
        await visit.PictureAsync("away");

        // What was there is there.
        await visit.Page.EvaluateAsync("() => { location.hash = '#/overview'; }");
        await visit.Rows.First.WaitForAsync();
        await visit.Page.EvaluateAsync("() => { location.hash = '#/pipeline'; }");
        relay.Mend();
        await visit.Page.Locator("main .stage").First.WaitForAsync();
    }

    [Fact]
    public async Task PageOfAPlugin_BeforeItIsKnown_IsNotCalledMissing()
    {
        await using var visit = await Visit.SignedInAsync(dashboard);
        var known = new TaskCompletionSource();
        await visit.Page.RouteAsync("**/api/v1/pages", async route =>
        {
            await known.Task;
            await route.ContinueAsync();
        });
        await visit.Page.EvaluateAsync("() => { location.hash = '#/test-module'; }");
        await visit.Page.ReloadAsync();

        await visit.Page.Locator("nav a").First.WaitForAsync();
        (await visit.Page.GetByText("There is no such page").CountAsync()).ShouldBe(0);
        known.SetResult();
        await visit.Page.Locator("main page-plugin").WaitForAsync();
    }

    [Fact]
    public async Task Session_ThatEnds_LeadsToALoginThatSaysWhy()
    {
        await using var visit = await Visit.SignedInAsync(dashboard);
        await visit.LiveAsync();

        await visit.Page.EvaluateAsync(
            """
            async () => {
              const session = await fetch('/api/v1/session').then(answer => answer.json());
              await fetch('/api/v1/session', { method: 'DELETE', headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': session.csrf_token } });
            }
            """);

        await visit.Page.Locator(".login-card").GetByText("Your session has ended").WaitForAsync();
        await visit.Page.Locator(".login-card").GetByText("Use the access token").WaitForAsync();
        await visit.PictureAsync("login-again");
    }
}
