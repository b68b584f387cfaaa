using LumenArgus.Abstractions.Model;

namespace LumenArgus.Storage;

/// <summary>The lower-case words under which the model's enums appear in configuration, audit lines, JSON output and API. Other people's scripts use them.</summary>
public static class WireNames
{
    /// <summary>The audit action of a request whose history was cleaned before it was forwarded.</summary>
    public const string Strip = "strip";

    /// <summary>The name of an action.</summary>
    /// <param name="action">The action.</param>
    /// <returns><c>pass</c>, <c>log</c>, <c>alert</c>, <c>redact</c>, <c>block</c> or <c>strip</c>.</returns>
    public static string Of(PolicyAction action) => action switch
    {
        PolicyAction.Pass => "pass",
        PolicyAction.Log => "log",
        PolicyAction.Alert => "alert",
        PolicyAction.Redact => "redact",
        PolicyAction.Block => "block",
        PolicyAction.Strip => Strip,
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "Unknown action."),
    };

    /// <summary>The name of a severity.</summary>
    /// <param name="severity">The severity.</param>
    /// <returns><c>info</c>, <c>warning</c>, <c>high</c> or <c>critical</c>.</returns>
    public static string Of(Severity severity) => severity switch
    {
        Severity.Info => "info",
        Severity.Warning => "warning",
        Severity.High => "high",
        Severity.Critical => "critical",
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, "Unknown severity."),
    };

    /// <summary>The name of a verdict.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <returns><c>likely_live</c>, <c>test</c>, <c>example</c>, <c>expired</c> or <c>invalid</c>; null for none.</returns>
    public static string? Of(Verdict verdict) => verdict switch
    {
        Verdict.None => null,
        Verdict.LikelyLive => "likely_live",
        Verdict.Test => "test",
        Verdict.Example => "example",
        Verdict.Expired => "expired",
        Verdict.Invalid => "invalid",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "Unknown verdict."),
    };

    /// <summary>The name of a role.</summary>
    /// <param name="role">The role.</param>
    /// <returns>For example <c>user</c> or <c>tool_result</c>.</returns>
    public static string Of(FieldRole role) => role switch
    {
        FieldRole.Unknown => "unknown",
        FieldRole.System => "system",
        FieldRole.User => "user",
        FieldRole.Assistant => "assistant",
        FieldRole.ToolCall => "tool_call",
        FieldRole.ToolResult => "tool_result",
        FieldRole.ToolDefinition => "tool_definition",
        FieldRole.Metadata => "metadata",
        FieldRole.PropertyName => "property_name",
        FieldRole.Document => "document",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Unknown role."),
    };

    /// <summary>The name of an origin.</summary>
    /// <param name="origin">The origin.</param>
    /// <returns><c>detector</c> or <c>framework</c>.</returns>
    public static string Of(FindingOrigin origin) => origin == FindingOrigin.Framework ? "framework" : "detector";
}
