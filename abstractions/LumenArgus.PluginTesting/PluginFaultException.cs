using System.Diagnostics.CodeAnalysis;

namespace LumenArgus.PluginTesting;

/// <summary>
/// A call of the plugin failed: it threw, or ran over its budget. The host copies the type of an exception and where it was thrown, and lets go of the exception, which would keep the
/// plugin's code in memory; its message may hold traffic and is not copied either.
/// </summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "It is thrown by the test host only.")]
public sealed class PluginFaultException : Exception
{
    internal PluginFaultException(string operation, string faultType, string stackText)
        : base($"The plugin failed in {operation}: {faultType}{(stackText.Length == 0 ? "" : Environment.NewLine + stackText)}")
    {
        Operation = operation;
        FaultType = faultType;
    }

    /// <summary>What was called.</summary>
    public string Operation { get; }

    /// <summary>Full name of the exception's type, inner ones behind it, or what else was wrong.</summary>
    public string FaultType { get; }
}
