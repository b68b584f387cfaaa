namespace LumenArgus.Abstractions.Model;

/// <summary>The names of actions and severities in configuration, audit lines and metrics.</summary>
public static class PolicyActionNames
{
    /// <summary>The name of an action.</summary>
    /// <param name="action">The action.</param>
    /// <returns><c>pass</c>, <c>log</c>, <c>alert</c>, <c>redact</c> or <c>block</c>.</returns>
    public static string Name(this PolicyAction action) => action switch
    {
        PolicyAction.Pass => "pass",
        PolicyAction.Log => "log",
        PolicyAction.Alert => "alert",
        PolicyAction.Redact => "redact",
        PolicyAction.Block => "block",
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };

    /// <summary>The name of a severity.</summary>
    /// <param name="severity">The severity.</param>
    /// <returns><c>info</c>, <c>warning</c>, <c>high</c> or <c>critical</c>.</returns>
    public static string Name(this Severity severity) => severity switch
    {
        Severity.Info => "info",
        Severity.Warning => "warning",
        Severity.High => "high",
        Severity.Critical => "critical",
        _ => throw new ArgumentOutOfRangeException(nameof(severity)),
    };

    /// <summary>Reads an action that may be configured.</summary>
    /// <param name="name">A name, in lower case.</param>
    /// <returns>The action, or null if the name is none of <c>log</c>, <c>alert</c>, <c>redact</c>, <c>block</c>.</returns>
    public static PolicyAction? Parse(string? name) => name switch
    {
        "log" => PolicyAction.Log,
        "alert" => PolicyAction.Alert,
        "redact" => PolicyAction.Redact,
        "block" => PolicyAction.Block,
        _ => null,
    };
}
