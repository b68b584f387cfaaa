using Microsoft.AspNetCore.Http;

namespace LumenArgus.Dashboard.Pages;

/// <summary>Tells what a browser has already.</summary>
internal static class EntityTag
{
    public static bool IsKnown(HttpRequest request, string tag) =>
        request.Headers.IfNoneMatch.ToString().Split(',', StringSplitOptions.TrimEntries).Contains(tag, StringComparer.Ordinal);
}
