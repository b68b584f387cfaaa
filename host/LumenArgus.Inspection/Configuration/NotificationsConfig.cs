using System.Collections.Immutable;

namespace LumenArgus.Inspection.Configuration;

/// <summary>Section <c>notifications</c>: who is told of findings. The dashboard can have further channels.</summary>
public sealed record NotificationsConfig
{
    /// <summary><c>cooldown_seconds</c>: how long a channel is not told again of the same kind of finding.</summary>
    /// <value>0 to 86,400 seconds, default 300; 0 tells everything, but for what the host reports of itself.</value>
    public TimeSpan Cooldown { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary><c>channels</c>, in the order of the file.</summary>
    /// <value>Default none.</value>
    public ImmutableArray<ConfiguredChannel> Channels { get; init; } = [];
}
