namespace LumenArgus.Dashboard.Api;

/// <summary>Texts of callers without control characters: they have no business in names and patterns, and could forge lines of a log.</summary>
internal static class PlainText
{
    public static string Of(string? text) => text is null ? "" : text.Any(char.IsControl) ? new string([.. text.Where(static character => !char.IsControl(character))]) : text;
}
