using LumenArgus.Dashboard.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LumenArgus.Dashboard.Pages;

/// <summary>Serves the web app to everybody: it holds no data, and shows the login to who has no session.</summary>
internal sealed class UiEndpoints(UiFiles files)
{
    private const string Immutable = "public, max-age=31536000, immutable";

    private static readonly string[] Reads = ["GET", "HEAD"];

    public void Map(IEndpointRouteBuilder root)
    {
        foreach (var path in new[] { "/", "/login", "/logout" })
        {
            Map(root, path, files.Start);
        }

        foreach (var file in files.Others)
        {
            Map(root, "/" + file.Path, file);
        }
    }

    private static void Map(IEndpointRouteBuilder root, string path, UiFile file) =>
        root.MapMethods(path, Reads, http => SendAsync(http, file)).WithMetadata(OpenToEverybody.Instance).ExcludeFromDescription();

    private static async Task SendAsync(HttpContext http, UiFile file)
    {
        var response = http.Response;
        response.Headers.ETag = file.ETag;
        response.Headers.CacheControl = file.IsImmutable ? Immutable : "no-cache";
        response.Headers.Vary = "Accept-Encoding";
        if (EntityTag.IsKnown(http.Request, file.ETag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var (content, coding) = Choose(http.Request.Headers.AcceptEncoding.ToString(), file);
        if (coding is not null)
        {
            response.Headers.ContentEncoding = coding;
        }

        response.ContentType = file.ContentType;
        response.ContentLength = content.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await response.Body.WriteAsync(content, http.RequestAborted);
        }
    }

    private static (byte[] Content, string? Coding) Choose(string accepted, UiFile file) =>
        Accepts(accepted, "br") && file.Brotli is { } brotli ? (brotli, "br")
        : Accepts(accepted, "gzip") && file.Gzip is { } gzip ? (gzip, "gzip")
        : (file.Content, null);

    // RFC 9110, 12.5.3: a weight of 0 refuses.
    private static bool Accepts(string accepted, string coding) => accepted.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Any(each =>
    {
        var parts = each.Split(';', 2, StringSplitOptions.TrimEntries);
        return parts[0].Equals(coding, StringComparison.OrdinalIgnoreCase) && (parts.Length == 1 || !parts[1].Replace(" ", "", StringComparison.Ordinal).TrimEnd('0', '.').EndsWith("q=", StringComparison.OrdinalIgnoreCase));
    });
}
