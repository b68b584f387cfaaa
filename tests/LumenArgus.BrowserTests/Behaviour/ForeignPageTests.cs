using System.Text.Json;
using LumenArgus.BrowserTests.Chromium;
using LumenArgus.BrowserTests.Dashboard;

namespace LumenArgus.BrowserTests.Behaviour;

/// <summary>What pages of others try with the browser of somebody who is signed in.</summary>
[Collection(DashboardCollection.Name)]
public sealed class ForeignPageTests(DashboardFixture dashboard)
{
    [Fact]
    public async Task Change_WithoutTheTokenOfTheSession_IsRefused()
    {
        await using var visit = await Visit.SignedInAsync(dashboard);

        (await visit.SendAsync("POST", "/reload", withToken: false)).ShouldBe("403 csrf_validation_failed");
        // The control: with the token it is carried out, and that shows.
        var before = (await dashboard.Api.GetAsync("status")).GetProperty("generation").GetInt64();
        (await visit.SendAsync("POST", "/reload", withToken: true)).ShouldStartWith("200");
        (await dashboard.Api.GetAsync("status")).GetProperty("generation").GetInt64().ShouldBeGreaterThan(before);
    }

    [Fact]
    public async Task Name_OfSomebodyElseForThisMachine_IsRefused()
    {
        await using var visit = await Visit.OpenAsync(dashboard, Look.Wide);

        var response = await visit.Page.GotoAsync(dashboard.Address.Replace("127.0.0.1", ChromiumBrowser.ForeignName, StringComparison.Ordinal));

        response.ShouldNotBeNull().Status.ShouldBe(403);
        using var problem = JsonDocument.Parse(await response.TextAsync());
        problem.RootElement.GetProperty("error").GetString().ShouldBe("host_not_allowed");
    }

    /// <summary>Another port of this machine is the same site to a browser: it sends the cookie along, and only the origin tells the two apart.</summary>
    [Fact]
    public async Task Page_OfAnotherServerOnThisMachine_CannotChangeOrRead()
    {
        await using var visit = await Visit.SignedInAsync(dashboard);
        var before = (await dashboard.Api.GetAsync("status")).GetProperty("generation").GetInt64();
        await visit.Page.GotoAsync(dashboard.Provider.Url);

        var read = await visit.Page.EvaluateAsync<string>(
            "address => fetch(address + '/api/v1/findings', { credentials: 'include' }).then(() => 'read', () => 'refused')", dashboard.Address);
        var sent = await visit.Page.EvaluateAsync<string>(
            """
            address => fetch(address + '/api/v1/reload', { method: 'POST', mode: 'no-cors', credentials: 'include', headers: { 'Content-Type': 'text/plain' }, body: '{}' })
              .then(() => 'answered', () => 'refused')
            """,
            dashboard.Address);

        (read, sent).ShouldBe(("refused", "refused"));
        (await dashboard.Api.GetAsync("status")).GetProperty("generation").GetInt64().ShouldBe(before);
    }
}
