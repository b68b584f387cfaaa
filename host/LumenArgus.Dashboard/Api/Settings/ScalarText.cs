using System.Text.Json;

namespace LumenArgus.Dashboard.Api.Settings;

/// <summary>A single value of JSON as it would stand in the configuration.</summary>
internal static class ScalarText
{
    /// <summary>The text; null for null, and an empty text for what is no single value.</summary>
    public static string? Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => PlainText.Of(value.GetString()!),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => value.GetRawText(),
        _ => "",
    };
}
