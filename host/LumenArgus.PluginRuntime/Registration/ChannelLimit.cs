namespace LumenArgus.PluginRuntime.Registration;

/// <summary>How many channels there may be.</summary>
/// <param name="Channels">The number; null for any number.</param>
public sealed record ChannelLimit(int? Channels)
{
    /// <summary>Without a plugin that says otherwise.</summary>
    public static ChannelLimit Default { get; } = new(1);

    /// <summary>Of several plugins the largest number counts.</summary>
    /// <param name="limits">What the plugins say.</param>
    /// <returns>The limit.</returns>
    public static ChannelLimit Of(IEnumerable<ChannelLimit> limits) =>
        limits.MaxBy(static limit => limit.Channels ?? int.MaxValue) ?? Default;
}
