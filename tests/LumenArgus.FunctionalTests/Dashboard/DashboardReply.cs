using System.Net;
using System.Text.Json;

namespace LumenArgus.FunctionalTests.Dashboard;

internal sealed record DashboardReply(HttpStatusCode Status, string Text, JsonElement Json, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The code of an error.</summary>
    public string? Error => Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty("error", out var error) ? error.GetString() : null;
}
