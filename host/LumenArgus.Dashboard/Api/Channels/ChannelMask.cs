using System.Text.Json;
using System.Text.Json.Nodes;
using LumenArgus.Inspection.Configuration;

namespace LumenArgus.Dashboard.Api.Channels;

/// <summary>Hides settings: of a text the ends are shown, of anything with parts nothing. What only names a variable says nothing about its content.</summary>
internal static class ChannelMask
{
    private const int Shown = 4;
    private const string Hidden = "****";

    /// <summary>Hides settings in an object.</summary>
    /// <param name="settings">The object; its members are replaced.</param>
    /// <param name="isHidden">Which members are hidden.</param>
    public static JsonObject Hide(JsonObject settings, Func<string, bool> isHidden)
    {
        foreach (var (key, value) in settings.ToList())
        {
            if (value is not null && isHidden(key))
            {
                settings[key] = Of(value);
            }
        }

        return settings;
    }

    /// <summary>Puts changes over settings. What comes back as it was shown has not been changed.</summary>
    public static JsonObject Merge(JsonObject settings, JsonObject changes)
    {
        foreach (var (key, value) in changes)
        {
            if (value is not null && settings[key] is { } old && JsonNode.DeepEquals(Of(old), value))
            {
                continue;
            }

            settings[key] = value?.DeepClone();
        }

        return settings;
    }

    private static JsonNode Of(JsonNode value) => value switch
    {
        JsonValue text when text.GetValueKind() == JsonValueKind.String => Of(text.GetValue<string>()),
        JsonValue scalar => scalar.DeepClone(),
        _ => Hidden,
    };

    private static JsonNode Of(string text) =>
        text.Length == 0 || EnvironmentReference.IsWhole(text) ? text : text.Length <= 3 * Shown ? Hidden : $"{text[..Shown]}{Hidden}{text[^Shown..]}";
}
