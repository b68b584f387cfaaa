using System.Text.Json;

namespace LumenArgus.FunctionalTests.Notifications;

/// <summary>What a receiver got.</summary>
internal sealed record ReceivedHook(string Method, string Path, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public JsonElement Json => JsonElement.Parse(Body);

    /// <summary>The types of the findings.</summary>
    public IEnumerable<string?> Types => Json.GetProperty("findings").EnumerateArray().Select(static finding => finding.GetProperty("type").GetString());
}
