namespace LumenArgus.Abstractions.Model;

/// <summary>Several roles: the flag of a role is 1 shifted by its number.</summary>
[Flags]
public enum FieldRoles
{
    /// <summary>No role.</summary>
    None = 0,

    /// <summary><see cref="FieldRole.Unknown"/>.</summary>
    Unknown = 1 << FieldRole.Unknown,

    /// <summary><see cref="FieldRole.System"/>.</summary>
    System = 1 << FieldRole.System,

    /// <summary><see cref="FieldRole.User"/>.</summary>
    User = 1 << FieldRole.User,

    /// <summary><see cref="FieldRole.Assistant"/>.</summary>
    Assistant = 1 << FieldRole.Assistant,

    /// <summary><see cref="FieldRole.ToolCall"/>.</summary>
    ToolCall = 1 << FieldRole.ToolCall,

    /// <summary><see cref="FieldRole.ToolResult"/>.</summary>
    ToolResult = 1 << FieldRole.ToolResult,

    /// <summary><see cref="FieldRole.ToolDefinition"/>.</summary>
    ToolDefinition = 1 << FieldRole.ToolDefinition,

    /// <summary><see cref="FieldRole.Metadata"/>.</summary>
    Metadata = 1 << FieldRole.Metadata,

    /// <summary><see cref="FieldRole.PropertyName"/>.</summary>
    PropertyName = 1 << FieldRole.PropertyName,

    /// <summary><see cref="FieldRole.Document"/>.</summary>
    Document = 1 << FieldRole.Document,
}
