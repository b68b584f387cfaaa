using System.Collections.Immutable;

namespace LumenArgus.Inspection.Configuration;

/// <summary>Section <c>plugins</c>.</summary>
public sealed record PluginsConfig
{
    /// <summary><c>on_fault</c>: for plugins without one of their own.</summary>
    /// <value>Default allow.</value>
    public OnFault OnFault { get; init; } = OnFault.Allow;

    /// <summary>The entries <c>plugins.&lt;id&gt;</c>.</summary>
    public ImmutableDictionary<string, PluginConfig> ById { get; init; } = ImmutableDictionary<string, PluginConfig>.Empty;
}
