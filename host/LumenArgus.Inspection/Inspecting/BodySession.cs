using System.Text.Json;
using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Fields;

namespace LumenArgus.Inspection.Inspecting;

/// <summary>Adds to a session what the body tells: Claude Code writes a JSON object into <c>metadata.user_id</c>, OpenAI clients a <c>user</c>.</summary>
internal static class BodySession
{
    private const int MaxIdLength = 256;
    private const int MaxJsonLength = 4096;

    public static SessionContext Read(BodyDocument document, SessionContext fromHeaders)
    {
        var userId = Find(document, "metadata", "user_id");
        if (userId is null)
        {
            return fromHeaders with { AccountId = fromHeaders.AccountId ?? Cut(Find(document, "user")) };
        }

        if (!userId.StartsWith('{'))
        {
            return fromHeaders with { AccountId = fromHeaders.AccountId ?? Cut(userId) };
        }

        try
        {
            using var parsed = JsonDocument.Parse(userId);
            return fromHeaders with
            {
                AccountId = fromHeaders.AccountId ?? Text(parsed.RootElement, "account_uuid"),
                DeviceId = fromHeaders.DeviceId ?? Text(parsed.RootElement, "device_id"),
                SessionId = fromHeaders.SessionId ?? Text(parsed.RootElement, "session_id"),
            };
        }
        catch (JsonException)
        {
            return fromHeaders;
        }
    }

    private static string? Find(BodyDocument document, params ReadOnlySpan<string> path) =>
        document.TryGetString(path, MaxJsonLength, out var value) ? value : null;

    private static string? Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? Cut(value.GetString())
            : null;

    private static string? Cut(string? value) =>
        string.IsNullOrEmpty(value) ? null : value.Length > MaxIdLength ? value[..MaxIdLength] : value;
}
