using System.Collections.Immutable;

namespace LumenArgus.Abstractions.Model;

/// <summary>A page of the dashboard, as data. What it shows is an ES module among the plugin's assets, or a fragment that the plugin renders.</summary>
/// <remarks>
/// Assets are resources that are embedded in the plugin's own dll under names that begin with <c>dashboard/</c>: the build embeds each file of the project's folder
/// <c>dashboard</c> so. They are named here without that.
/// </remarks>
public sealed record DashboardPage
{
    /// <summary>Its name in addresses (<c>#/rule-analysis</c>): lower-case words joined by hyphens. One that the product shows as locked is unlocked by it; a page of the product cannot be replaced.</summary>
    public required string Id { get; init; }

    /// <summary>What the navigation shows, at most 40 characters.</summary>
    public required string Label { get; init; }

    /// <summary>Its place among the entries of its group; the product's own have 10 to 90.</summary>
    public int Order { get; init; } = 100;

    /// <summary>Name of one of the dashboard's icons, for example <c>rules</c>; null or unknown shows that of extensions.</summary>
    public string? Icon { get; init; }

    /// <summary>Group of the navigation: <c>Watch</c>, <c>Protect</c>, <c>System</c> or <c>Extensions</c>; null is the last one.</summary>
    public string? Group { get; init; }

    /// <summary>The asset that exports <c>mount(root, context)</c>, for example <c>page.js</c>; null for a fragment.</summary>
    public string? Module { get; init; }

    /// <summary>Whether it is shown as locked, and not rendered, while there is no valid licence. The plugin's own API is not locked by it: see <see cref="Host.ILicence"/>.</summary>
    public bool NeedsLicence { get; init; }

    /// <summary>Style sheets among the assets. They end at the page: it lives in a shadow root.</summary>
    public ImmutableArray<string> Css { get; init; } = [];
}
