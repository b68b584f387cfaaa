using LumenArgus.BrowserTests.Chromium;
using LumenArgus.BrowserTests.Dashboard;

namespace LumenArgus.BrowserTests.Looks;

/// <summary>Every page in both themes, wide and narrow: whole, readable for everybody, and without a secret. The pictures are in artifacts/browser-tests.</summary>
[Collection(DashboardCollection.Name)]
public sealed class EveryPageTests(DashboardFixture dashboard)
{
    [Theory]
    [InlineData(1440, "light")]
    [InlineData(1440, "dark")]
    [InlineData(380, "light")]
    [InlineData(380, "dark")]
    public async Task Pages_InALook_AreWholeAndTellNoSecret(int width, string theme)
    {
        var look = Look.Of(width, theme);
        var wrong = new List<string>();
        var seen = new List<string>();
        await using (var visit = await Visit.OpenAsync(dashboard, look))
        {
            await visit.Page.GotoAsync(dashboard.Address + "/login");
            await visit.Page.Locator(".login-card").WaitForAsync();
            await LookAsync(visit, "login", wrong, seen);
            visit.Problems.Count.ShouldBeLessThanOrEqualTo(1, "More than the answer that there is no session.");
        }

        await using (var visit = await Visit.SignedInAsync(dashboard, look))
        {
            foreach (var stop in Stop.All)
            {
                await visit.GoAsync(stop.Hash);
                if (stop.Before is { } before)
                {
                    await before(visit);
                    await visit.RestAsync();
                }

                await LookAsync(visit, stop.Name, wrong, seen);
            }

            wrong.AddRange(visit.Problems);
            seen.Add(await visit.AnswersAsync());
        }

        wrong.ShouldBeEmpty();
        var all = string.Join('\n', seen);
        // Negative control: what may be shown of the secret is there.
        all.ShouldContain(Traffic.Canary[..4] + "****");
        all.Contains(Traffic.Canary, StringComparison.Ordinal).ShouldBeFalse("the planted key was seen");
        all.Contains(Traffic.CanaryPassword, StringComparison.Ordinal).ShouldBeFalse("the planted password was seen");
    }

    private static async Task LookAsync(Visit visit, string name, List<string> wrong, List<string> seen)
    {
        await visit.PictureAsync(name);
        if (await visit.OverflowAsync() is > 0 and var overflow)
        {
            wrong.Add($"{name}: {overflow} pixels too wide");
        }

        if (await visit.IsBrokenAsync())
        {
            wrong.Add($"{name}: markup that somebody sent has become part of the page");
        }

        wrong.AddRange((await Accessibility.ViolationsAsync(visit.Page)).Select(violation => $"{name}: {violation}"));
        seen.Add(await visit.TextAsync());
    }
}
