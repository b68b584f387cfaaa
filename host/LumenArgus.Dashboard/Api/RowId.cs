using System.Globalization;
using LumenArgus.Dashboard.Problems;
using Microsoft.AspNetCore.Http;

namespace LumenArgus.Dashboard.Api;

/// <summary>Parts of the path.</summary>
internal static class RowId
{
    /// <summary>The number of a row.</summary>
    public static long Of(HttpContext http) => long.TryParse(Text(http, "id"), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        ? id
        : throw ProblemException.BadRequest("invalid_id", "The last part of the address must be a number.", "id");

    /// <summary>A name or another text. A slash in it comes encoded, and that is all that the server leaves encoded in a path.</summary>
    public static string Text(HttpContext http, string name) =>
        PlainText.Of((http.Request.RouteValues[name] as string ?? "").Replace("%2F", "/", StringComparison.OrdinalIgnoreCase));
}
