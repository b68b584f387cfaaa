namespace LumenArgus.Scanning.Fields;

/// <summary>A text of the opening of a conversation.</summary>
/// <param name="Field">Index of the field.</param>
/// <param name="Part">Where it stands.</param>
public readonly record struct OpeningText(int Field, OpeningPart Part);
