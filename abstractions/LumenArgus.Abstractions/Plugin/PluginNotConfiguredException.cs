using System.Diagnostics.CodeAnalysis;

namespace LumenArgus.Abstractions.Plugin;

/// <summary>
/// Thrown in <see cref="ILumenPlugin.Configure"/> by a plugin that does nothing until it is configured: it is shown as switched off with the reason, and nothing is wrong. It is tried again with
/// each reload.
/// </summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "Without a reason it would tell nobody what to do.")]
public sealed class PluginNotConfiguredException : Exception
{
    /// <summary>Creates it.</summary>
    /// <param name="reason">What to configure, for people, for example <c>set trusted_proxies</c>.</param>
    public PluginNotConfiguredException(string reason)
        : base(reason)
    {
    }
}
