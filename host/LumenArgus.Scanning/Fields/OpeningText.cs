namespace LumenArgus.Scanning.Fields;

/// <summary>A text of the opening of a conversation.</summary>
/// <param name="Field">Index of the field.</param>
/// <param name="Part">Where it stands.</param>
/// <param name="IsOfTool">Whether it begins like a tag: what tools write into the user's messages does, what people write does not.</param>
public readonly record struct OpeningText(int Field, OpeningPart Part, bool IsOfTool);
