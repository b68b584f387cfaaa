namespace LumenArgus.Abstractions.Model;

/// <summary>A copy of one text.</summary>
/// <param name="Index">Index to report hits with.</param>
/// <param name="Text">The text.</param>
/// <param name="Role">What it is in the conversation.</param>
/// <param name="SourceFile">File it was read from, or null.</param>
public sealed record OwnedScanField(int Index, string Text, FieldRole Role, string? SourceFile)
{
    /// <summary>Whether it belongs to the newest turn of the conversation (see <see cref="ScanField.IsLatestTurn"/>).</summary>
    public bool IsLatestTurn { get; init; }

    /// <summary>Names the field without its text, which may hold a secret.</summary>
    /// <returns>Index, length and role.</returns>
    public override string ToString() => $"field {Index}: {Text.Length} chars, {Role}";
}
