using Microsoft.AspNetCore.Http;

namespace LumenArgus.Dashboard.Exports;

/// <summary>Answers that a browser saves.</summary>
internal static class Attachment
{
    public static void Begin(HttpResponse response, string fileName, string contentType)
    {
        response.ContentType = contentType;
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentDisposition = $"attachment; filename=\"{fileName}\"";
    }
}
