using System.Diagnostics.CodeAnalysis;

namespace LumenArgus.PluginTesting;

/// <summary>The host does not load the plugin. The message is what <c>lumen-argus plugins list</c> would show.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "It is thrown by the test host only.")]
public sealed class PluginRefusedException : Exception
{
    internal PluginRefusedException(string pluginId, string reason)
        : base(reason) => PluginId = pluginId;

    /// <summary>The plugin; the name of its folder where its manifest cannot be read.</summary>
    public string PluginId { get; }
}
