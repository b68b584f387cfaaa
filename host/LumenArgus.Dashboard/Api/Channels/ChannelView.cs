using System.Text.Json;
using System.Text.Json.Nodes;
using LumenArgus.Storage.Channels;

namespace LumenArgus.Dashboard.Api.Channels;

/// <summary>A channel for notifications.</summary>
internal sealed record ChannelView
{
    private const int Shown = 4;

    public required long Id { get; init; }

    public required string Name { get; init; }

    public required string Type { get; init; }

    public required JsonObject Config { get; init; }

    public required bool Enabled { get; init; }

    public required string Source { get; init; }

    public required IReadOnlyList<string> Events { get; init; }

    public required string MinSeverity { get; init; }

    public string? LastStatus { get; init; }

    public string? LastStatusAt { get; init; }

    public string? LastError { get; init; }

    public required string CreatedAt { get; init; }

    public required string UpdatedAt { get; init; }

    /// <summary>A row; its settings hold credentials, so by default only the ends of texts are shown.</summary>
    public static ChannelView Of(StoredChannel channel, bool isMasked = true) => new()
    {
        Id = channel.Id,
        Name = channel.Name,
        Type = channel.Type,
        Config = isMasked ? Mask(Object(channel.Config)) : Object(channel.Config),
        Enabled = channel.Enabled,
        Source = channel.Source,
        Events = EventsOf(channel.Events),
        MinSeverity = channel.MinSeverity,
        CreatedAt = channel.CreatedAt,
        UpdatedAt = channel.UpdatedAt,
    };

    public static string MaskOf(string text) => text.Length == 0 ? "" : text.Length <= 3 * Shown ? "****" : $"{text[..Shown]}****{text[^Shown..]}";

    private static JsonObject Mask(JsonObject config)
    {
        foreach (var (key, value) in config.ToList())
        {
            config[key] = value switch
            {
                null => null,
                JsonValue scalar when scalar.GetValueKind() is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => scalar.DeepClone(),
                JsonValue scalar when scalar.GetValueKind() == JsonValueKind.String => MaskOf(scalar.GetValue<string>()),
                _ => "****",
            };
        }

        return config;
    }

    private static JsonObject Object(string json)
    {
        try
        {
            return JsonNode.Parse(json) as JsonObject ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static string[] EventsOf(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, DashboardJson.Default.StringArray) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
