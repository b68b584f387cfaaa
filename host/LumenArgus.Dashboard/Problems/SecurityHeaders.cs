using Microsoft.AspNetCore.Http;

namespace LumenArgus.Dashboard.Problems;

/// <summary>What every answer tells the browser: no script of anybody else, no frame around it, no guesses about types, nothing to other sites.</summary>
internal static class SecurityHeaders
{
    private const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; "
        + "frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    /// <summary>For what a plugin wrote: opened as a page of its own it is of no origin and can do nothing. Where a page of the dashboard reads it, this says nothing.</summary>
    public static void Isolate(IHeaderDictionary headers) => headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

    public static void Set(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }
}
