namespace LumenArgus.Dashboard.Api.Channels;

/// <summary>The kinds of channels. They come from notifier plugins, of which there are none yet.</summary>
internal sealed record ChannelTypes(IReadOnlyDictionary<string, ChannelType> Types)
{
    public static ChannelTypes None { get; } = new(new Dictionary<string, ChannelType>(StringComparer.Ordinal));
}
