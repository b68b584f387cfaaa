using LumenArgus.Dashboard.Problems;
using LumenArgus.Inspection.DashboardParts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LumenArgus.Dashboard.Pages;

/// <summary>
/// Serves what pages of plugins load, to who may use the dashboard: one address for all plugins, so that none has to be added or taken away with them. An address may begin with the version of
/// the plugin (<c>/plugins/acme.report/@1f0c.../page.js</c>): what a module imports beside itself is then of the same version, and a browser keeps it for good.
/// </summary>
internal sealed class PluginAssetEndpoints(PluginPages pages)
{
    private const string KeptForGood = "private, max-age=31536000, immutable";
    private const char VersionSign = '@';

    private static readonly string[] Reads = ["GET", "HEAD"];

    public void Map(IEndpointRouteBuilder root) => root.MapMethods("/plugins/{id}/{**path}", Reads, SendAsync).ExcludeFromDescription();

    /// <summary>The address of an asset.</summary>
    public static string AddressOf(PluginPage page, string path) => $"/plugins/{page.PluginId}/{VersionSign}{page.Version}/{path}";

    private async Task SendAsync(HttpContext http)
    {
        var id = http.Request.RouteValues["id"] as string ?? "";
        var (version, path) = Split(http.Request.RouteValues["path"] as string ?? "");
        var asset = pages.FindAsset(id, version, path) ?? throw ProblemException.NotFound("such file of a plugin that is in use");
        var response = http.Response;
        response.Headers.ETag = asset.ETag;
        response.Headers.CacheControl = version is null ? "private, no-cache" : KeptForGood;
        if (EntityTag.IsKnown(http.Request, asset.ETag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        if (asset.ContentType == "image/svg+xml")
        {
            SecurityHeaders.Isolate(response.Headers);
        }

        response.ContentType = asset.ContentType;
        response.ContentLength = asset.Content.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await response.Body.WriteAsync(asset.Content, http.RequestAborted);
        }
    }

    private static (string? Version, string Path) Split(string path) =>
        path.StartsWith(VersionSign) && path.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? (path[1..slash], path[(slash + 1)..]) : (null, path);
}
