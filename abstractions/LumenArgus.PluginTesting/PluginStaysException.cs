using System.Diagnostics.CodeAnalysis;

namespace LumenArgus.PluginTesting;

/// <summary>The code of a plugin is still in memory after its end.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "It is thrown by UnloadAssert only.")]
public sealed class PluginStaysException : Exception
{
    internal PluginStaysException(string message)
        : base(message)
    {
    }
}
