using LumenArgus.BrowserTests.Dashboard;
using Microsoft.Playwright;

namespace LumenArgus.BrowserTests.Looks;

/// <summary>A page as somebody meets it.</summary>
/// <param name="Name">Of its picture.</param>
/// <param name="Hash">Its address.</param>
/// <param name="Before">What is done there before it is looked at.</param>
internal sealed record Stop(string Name, string Hash, Func<Visit, Task>? Before = null)
{
    /// <summary>Every page of the product, with what opens on it.</summary>
    public static IReadOnlyList<Stop> All { get; } =
    [
        new("overview", "#/overview"),
        new("findings", "#/findings"),
        new("finding", "#/findings", OpenFirstRowAsync),
        new("findings-none", "#/findings?q=nothing-has-this&severity=critical"),
        new("sessions", "#/sessions"),
        new("session", "#/sessions/s-shop"),
        new("activity", "#/activity"),
        new("activity-tools", "#/activity/tools"),
        new("activity-sockets", "#/activity/sockets"),
        new("audit", "#/audit"),
        new("audit-line", "#/audit", OpenFirstRowAsync),
        new("rules", "#/rules"),
        new("rule", "#/rules/aws_access_key"),
        new("rule-add", "#/rules", static visit => visit.Page.Locator(".page-head button.primary").ClickAsync()),
        new("allowlists", "#/allowlists?add=AKIA****&list=secrets"),
        new("pipeline", "#/pipeline"),
        new("notifications", "#/notifications", static visit => visit.Page.Locator("main la-card .facts").First.WaitForAsync()),
        new("rule-analysis-none", "#/rule-analysis"),
        new("rule-analysis", "#/rule-analysis", CompareRulesAsync),
        new("plugin-module", "#/test-module"),
        new("plugin-fragment", "#/test-fragment"),
        new("plugin-locked", "#/enrollment"),
        new("plugin-licensed", "#/test-licensed"),
        new("channel-add", "#/notifications", static visit => visit.Page.Locator(".page-head button").Last.ClickAsync()),
        new("setup", "#/setup"),
        new("plugins", "#/plugins"),
        new("plugin", "#/plugins/lumenargus.secrets"),
        new("plugin-redaction", "#/plugins/lumenargus.redaction"),
        new("plugin-webhook", "#/plugins/lumenargus.webhook"),
        new("logs", "#/logs"),
        new("settings", "#/settings"),
        new("licence", "#/settings?section=licence"),
        new("unknown", "#/nothing-here"),
    ];

    // The first look of a run has them compared, the others show that.
    private static async Task CompareRulesAsync(Visit visit)
    {
        var figures = visit.Page.Locator("page-plugin .figures");
        if (await figures.CountAsync() == 0)
        {
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Compare the rules" }).ClickAsync();
        }

        await figures.WaitForAsync(new() { Timeout = Limits.Milliseconds * 4 });
    }

    private static async Task OpenFirstRowAsync(Visit visit)
    {
        await visit.Rows.First.ClickAsync();
        await visit.Page.Locator(".detail").First.WaitForAsync();
    }
}
