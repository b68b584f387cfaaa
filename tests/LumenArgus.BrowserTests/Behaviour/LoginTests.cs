using LumenArgus.BrowserTests.Chromium;
using LumenArgus.BrowserTests.Dashboard;
using Microsoft.Playwright;

namespace LumenArgus.BrowserTests.Behaviour;

/// <summary>Who gets in, how, and as what.</summary>
[Collection(DashboardCollection.Name)]
public sealed class LoginTests(DashboardFixture dashboard)
{
    [Fact]
    public async Task Link_OpensAndLeavesNoTokenBehind()
    {
        await using var visit = await Visit.SignedInAsync(dashboard);

        visit.Page.Url.ShouldBe(dashboard.Address + "/#/overview");
        await visit.Page.ReloadAsync();
        await visit.RestAsync();
        (await visit.TextAsync()).ShouldNotContain(dashboard.Link.Split('=')[1]);

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        // All ways in, also right after the way out.
        await visit.Page.Locator(".login-card").GetByText("Use the access token").WaitForAsync();
        await visit.Page.ReloadAsync();
        await visit.Page.Locator(".login-card").WaitForAsync();
    }

    [Fact]
    public async Task Password_OpensAndAWrongOneSaysSo()
    {
        await using var visit = await Visit.OpenAsync(dashboard, Look.Wide);
        await visit.Page.GotoAsync(dashboard.Address);

        await EnterAsync(visit, "not the password");
        await visit.Page.GetByRole(AriaRole.Alert).GetByText("not the password").WaitForAsync();
        await EnterAsync(visit, DashboardFixture.Password);
        await visit.RestAsync();

        (await visit.Page.Locator("main h1").TextContentAsync()).ShouldBe("Overview");
    }

    [Fact]
    public async Task Token_TypedIn_Opens()
    {
        await using var visit = await Visit.OpenAsync(dashboard, Look.Wide);
        await visit.Page.GotoAsync(dashboard.Address + "/#/rules");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Use the access token" }).ClickAsync();
        await visit.Page.Locator(".login-card").GetByText("dashboard-token").WaitForAsync();
        await EnterAsync(visit, dashboard.Link.Split('=')[1]);
        await visit.RestAsync();

        (await visit.Page.Locator("main h1").TextContentAsync()).ShouldBe("Rules");
    }

    [Fact]
    public async Task Viewer_LooksAndIsOfferedNoChange()
    {
        await using var visit = await Visit.OpenAsync(dashboard, Look.Wide);
        await visit.Page.GotoAsync(dashboard.Address + "/#/rules");
        await EnterAsync(visit, DashboardFixture.ViewerPassword);
        await visit.RestAsync();

        (await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Add a rule" }).CountAsync()).ShouldBe(0);
        await visit.GoAsync("#/settings");
        (await visit.Page.GetByText("Passthrough for 30 minutes").CountAsync()).ShouldBe(0);
        await visit.PictureAsync("settings-viewer");
        (await visit.SendAsync("POST", "/reload", withToken: true)).ShouldBe("403 admin_required");
    }

    private static async Task EnterAsync(Visit visit, string secret)
    {
        await visit.Page.Locator("#secret").FillAsync(secret);
        await visit.Page.Locator("#secret").PressAsync("Enter");
    }
}
