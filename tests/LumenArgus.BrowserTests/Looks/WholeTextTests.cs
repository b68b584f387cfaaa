using LumenArgus.BrowserTests.Chromium;
using LumenArgus.BrowserTests.Dashboard;

namespace LumenArgus.BrowserTests.Looks;

/// <summary>What somebody has to read to know what to do is not cut, wide and narrow.</summary>
[Collection(DashboardCollection.Name)]
public sealed class WholeTextTests(DashboardFixture dashboard)
{
    [Theory]
    [InlineData(1440, "#/plugins", "tbody td:first-child .cell")]
    [InlineData(380, "#/plugins", "tbody td:first-child .cell")]
    [InlineData(1440, "#/findings", "tbody td:nth-child(2) .cell")]
    [InlineData(380, "#/findings", "tbody td:nth-child(2) .cell")]
    [InlineData(1440, "#/logs", ".log-line .source")]
    [InlineData(380, "#/logs", ".log-line .source")]
    public async Task Text_OfAPage_IsNotCut(int width, string hash, string texts)
    {
        await using var visit = await Visit.SignedInAsync(dashboard, Look.Of(width, "light"));
        await visit.GoAsync(hash);

        var places = visit.Page.Locator($"main {texts}");
        await places.First.WaitForAsync();

        (await places.EvaluateAllAsync<string[]>("all => all.filter(one => one.scrollWidth > one.clientWidth).map(one => one.textContent)")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Finding_OfARuleWithATitle_IsCalledByIt()
    {
        await using var visit = await Visit.SignedInAsync(dashboard);
        await visit.GoAsync("#/findings?finding_type=aws_access_key");

        await visit.Rows.First.GetByText("AWS access key identifier").WaitForAsync();
        await visit.Page.Locator("select[aria-label=Type] option").GetByText("AWS access key identifier").First.WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Attached });
        await visit.GoAsync("#/rules");

        await visit.Rows.First.GetByText("lumenargus.").WaitForAsync();
    }
}
