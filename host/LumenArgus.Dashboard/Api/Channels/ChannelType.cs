namespace LumenArgus.Dashboard.Api.Channels;

/// <summary>A kind of channel and what it has to be told.</summary>
internal sealed record ChannelType(string Label, string Description, IReadOnlyDictionary<string, ChannelType.Field> Fields)
{
    /// <summary>A setting of a channel.</summary>
    internal sealed record Field(string Label, string Type, bool Required, string Placeholder, string Hint);
}
