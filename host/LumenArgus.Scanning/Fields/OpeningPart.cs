namespace LumenArgus.Scanning.Fields;

/// <summary>Where in the opening of a conversation a text stands.</summary>
public enum OpeningPart
{
    /// <summary>The system prompt: beside the messages, or in messages before the user's first.</summary>
    Instructions,

    /// <summary>The user's first message, with the messages before it that only hold what the tool wrote.</summary>
    FirstUser,

    /// <summary>Instructions behind the user's first message; tools put what may change there.</summary>
    LaterInstructions,
}
