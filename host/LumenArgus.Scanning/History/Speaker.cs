namespace LumenArgus.Scanning.History;

/// <summary>Who a message is from.</summary>
internal enum Speaker : byte
{
    /// <summary>The person, or the tool in the person's name; also results of tools where they travel in the same message.</summary>
    User,

    /// <summary>The model: its answers, its calls of tools, its reasoning.</summary>
    Model,

    /// <summary>The result of a tool in a message of its own.</summary>
    Tool,

    /// <summary>Instructions behind a message of the user: what a tool adds in the course of the conversation, such as a file that the user named.</summary>
    Note,

    /// <summary>Instructions at the head of the list, or an item of unknown meaning: no part of the history that could be left out.</summary>
    Fixed,
}
