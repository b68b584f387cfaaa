using LumenArgus.Abstractions.Host;
using LumenArgus.Dashboard.Pages;
using LumenArgus.Inspection.DashboardParts;

namespace LumenArgus.Dashboard.Api.Pages;

/// <summary>The pages beside those of the web app itself: those of plugins in use, and locked ones that no plugin brings.</summary>
internal sealed class PageCatalogue(PluginPages pages, ILicence licence)
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

    public PageList List()
    {
        var views = pages.List().Select(page => page.Page.NeedsLicence && !licence.IsValid ? Unlicensed(page) : View(page)).ToList();
        return new PageList([.. views, .. Locked.Where(locked => !views.Exists(view => view.Id == locked.Id))]);
    }

    private PageView Unlicensed(PluginPage found) => new(found.Page.Id, found.Page.Label, found.Page.Order, "module")
    {
        Icon = found.Page.Icon,
        Group = found.Page.Group,
        PluginId = found.PluginId,
        Locked = true,
        LockedDescription = $"The plugin {found.PluginId} shows this page to licensees: {licence.State?.Detail ?? "no plugin is there that checks a licence"}.",
    };

    private static PageView View(PluginPage found)
    {
        var page = found.Page;
        return new PageView(page.Id, page.Label, page.Order, found.IsRendered ? "fragment" : "module")
        {
            Icon = page.Icon,
            Group = page.Group,
            PluginId = found.PluginId,
            Src = page.Module is { } module ? PluginAssetEndpoints.AddressOf(found, module) : null,
            Css = page.Css.IsEmpty ? null : [.. page.Css.Select(sheet => PluginAssetEndpoints.AddressOf(found, sheet))],

            // Another version is another address: then an open page is drawn anew.
            Fragment = found.IsRendered ? $"/api/v1/pages/{page.Id}/fragment?version={found.Version}" : null,
        };
    }
}
