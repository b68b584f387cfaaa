using System.Text.Json.Nodes;

namespace LumenArgus.Dashboard.Api.Channels;

/// <summary>A channel to add, or what of one to change.</summary>
internal sealed record ChannelRequest
{
    public string? Name { get; init; }

    public string? Type { get; init; }

    public JsonObject? Config { get; init; }

    public IReadOnlyList<string>? Events { get; init; }

    public string? MinSeverity { get; init; }

    public bool? Enabled { get; init; }
}
