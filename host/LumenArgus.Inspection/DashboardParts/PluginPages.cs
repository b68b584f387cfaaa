using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Generations;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginRuntime.Loading;
using LumenArgus.PluginRuntime.Registration;

namespace LumenArgus.Inspection.DashboardParts;

/// <summary>The pages that plugins bring, what they load, and what plugins render of them.</summary>
public sealed class PluginPages(CurrentGeneration current, PluginInvoker invoker, ILicence licence)
{
    private const int VersionLength = 16;
    private const int MaxFragment = 4 * 1024 * 1024;

    /// <summary>The pages of the generation in use. Data only: nothing of it keeps a plugin.</summary>
    /// <returns>The pages in the order of their plugins.</returns>
    public IReadOnlyList<PluginPage> List()
    {
        using var lease = current.Acquire();
        return lease is null ? [] : Of(lease.Generation);
    }

    /// <summary>Finds a file that a page loads.</summary>
    /// <param name="pluginId">The plugin.</param>
    /// <param name="version">The version in the address; null for whatever there is.</param>
    /// <param name="path">Its path.</param>
    /// <returns>The file; null if no plugin in use has it.</returns>
    public PluginAsset? FindAsset(string pluginId, string? version, string path)
    {
        using var lease = current.Acquire();
        var plugin = lease?.Generation.Plugins.Find(pluginId);
        return plugin is null || (version is not null && version != VersionOf(plugin)) ? null : plugin.Contributions.Assets.Find(path);
    }

    /// <summary>Has a plugin render a page.</summary>
    /// <param name="request">Which page, and who opens it.</param>
    /// <param name="cancellationToken">The caller has left.</param>
    /// <returns>The fragment, or why there is none.</returns>
    public async ValueTask<PluginAnswer<string>> RenderAsync(PageRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var lease = current.Acquire();
        if (lease?.Generation.Pages.FirstOrDefault(part => part.Part.Page.Id == request.PageId) is not { Part.Renderer: { } renderer } page
            || (page.Part.Page.NeedsLicence && !licence.IsValid))
        {
            return new PluginAnswer<string>(PluginAnswerStatus.NotFound, "");
        }

        return await PluginQuestion.AskAsync(invoker, page.Plugin, "page", request.PageId, token => RenderAsync(renderer, request, token), cancellationToken);
    }

    /// <summary>The pages of a generation.</summary>
    /// <param name="generation">The generation; the caller keeps it from ending.</param>
    /// <returns>The pages in the order of their plugins.</returns>
    public static IReadOnlyList<PluginPage> Of(Generation generation) =>
        [.. generation.Pages.Select(static part => new PluginPage(part.Plugin.Id, VersionOf(part.Plugin), part.Part.Page, part.Part.Renderer is not null))];

    private static async ValueTask<string?> RenderAsync(Abstractions.Plugin.IPageRenderer renderer, PageRequest request, CancellationToken cancellationToken)
    {
        var fragment = await renderer.RenderAsync(request, cancellationToken);
        return fragment is null || fragment.Length <= MaxFragment ? fragment : throw new InvalidOperationException("The fragment is too long.");
    }

    private static string VersionOf(PluginHandle plugin) => plugin.ContentHash.Length > VersionLength ? plugin.ContentHash[..VersionLength] : plugin.ContentHash;
}
