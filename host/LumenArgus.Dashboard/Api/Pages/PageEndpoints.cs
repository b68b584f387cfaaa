using LumenArgus.Dashboard.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LumenArgus.Dashboard.Api.Pages;

/// <summary>Tells the web app which further pages there are: what no loaded plugin brings is shown as locked.</summary>
internal sealed class PageEndpoints : IDashboardEndpoints
{
    private static readonly PageView[] Locked =
    [
        new("enrollment", "Enrolment", 80, "module")
        {
            Icon = "user",
            Locked = true,
            LockedDescription = "See which machines of a team run LumenArgus, with which tools, and give all of them one policy. A plugin with a team licence unlocks it.",
        },
    ];

    public void Map(IEndpointRouteBuilder api) => api.Get("/pages", static _ => Task.FromResult(Answer.Json(new PageList(Locked), DashboardJson.Default.PageList)));
}
