namespace LumenArgus.Abstractions.Model;

/// <summary>What a text is in the conversation. A label, never a filter: text of every role is scanned.</summary>
public enum FieldRole
{
    /// <summary>The place has no known meaning.</summary>
    Unknown = 0,

    /// <summary>System prompt or instructions.</summary>
    System,

    /// <summary>Written by the user.</summary>
    User,

    /// <summary>Written by the model in an earlier turn.</summary>
    Assistant,

    /// <summary>Arguments of a tool call.</summary>
    ToolCall,

    /// <summary>Output of a tool, for example the content of a file.</summary>
    ToolResult,

    /// <summary>Name, description or schema of a tool.</summary>
    ToolDefinition,

    /// <summary>Request metadata: model, identifiers, parameters.</summary>
    Metadata,

    /// <summary>The name of a JSON property.</summary>
    PropertyName,

    /// <summary>A document, a search result, an image or another file that was put into the conversation.</summary>
    Document,
}
