using System.Collections.Immutable;
using System.Text.Json.Serialization;
using LumenArgus.Inspection.Configuration.Changes;
using LumenArgus.PluginRuntime.Loading;

namespace LumenArgus.Inspection.Reloading;

/// <summary>How a reload went: what an operator has to know.</summary>
public sealed record ReloadReport
{
    /// <summary>Whether the new configuration is in use. If not, nothing has changed.</summary>
    public required bool Ok { get; init; }

    /// <summary>The generation in use afterwards.</summary>
    public required long Generation { get; init; }

    /// <summary>When it ended.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How long it took.</summary>
    public double DurationMs { get; init; }

    /// <summary>The settings that differ from those that were in use; also those that wait for a restart.</summary>
    public ImmutableArray<ConfigChange> Changes { get; init; } = [];

    /// <summary>The plugins that came, went, were replaced or were refused.</summary>
    public ImmutableArray<PluginChange> Plugins { get; init; } = [];

    /// <summary>What works otherwise than the author of the files may think.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>Why it failed, with file, line and key where there are any; empty if it did not.</summary>
    public ImmutableArray<string> Errors { get; init; } = [];

    /// <summary>The changes that are in use now.</summary>
    [JsonIgnore]
    public IEnumerable<ConfigChange> Applied => Changes.Where(static change => !change.NeedsRestart);

    /// <summary>The changes that protect less and are in use now.</summary>
    [JsonIgnore]
    public IEnumerable<ConfigChange> Weaker => Applied.Where(static change => change.IsWeaker);

    /// <summary>The changes that wait for a restart.</summary>
    [JsonIgnore]
    public IEnumerable<ConfigChange> NeedRestart => Changes.Where(static change => change.NeedsRestart);
}
