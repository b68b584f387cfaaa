namespace LumenArgus.Inspection.Identity;

/// <summary>The lengths to which what a sender says of itself is cut: it goes into every record.</summary>
public static class IdentityText
{
    /// <summary>Identifiers, names of hosts, users and branches.</summary>
    public const int Name = 256;

    /// <summary>Folders.</summary>
    public const int Folder = 512;

    /// <summary>The User-Agent header.</summary>
    public const int UserAgent = 512;

    /// <summary>Operating system and kind of client.</summary>
    public const int Kind = 64;

    /// <summary>Names and versions of clients, SDKs and runtimes.</summary>
    public const int Product = 128;

    /// <summary>Trims a text and cuts it, but never through a character.</summary>
    /// <param name="text">The text.</param>
    /// <param name="length">The most characters.</param>
    /// <returns>Null if nothing is left.</returns>
    public static string? Cut(string? text, int length)
    {
        var span = text.AsSpan().Trim();
        if (span.IsEmpty)
        {
            return null;
        }

        if (span.Length > length)
        {
            span = span[..(char.IsHighSurrogate(span[length - 1]) ? length - 1 : length)];
        }

        return span.Length == text!.Length ? text : new string(span);
    }

    /// <summary>The identifier of a conversation as its sender names it.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Null if nothing is left, or if it has the form of those that are derived here: nobody else may give one.</returns>
    public static string? Conversation(string? text) => Cut(text, Name) is { } name && !DerivedSessionId.IsOne(name) ? name : null;
}
