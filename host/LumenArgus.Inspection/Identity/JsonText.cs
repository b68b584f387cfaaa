using System.Text.Json;

namespace LumenArgus.Inspection.Identity;

/// <summary>Reads texts of small JSON documents that stand inside headers and values.</summary>
public static class JsonText
{
    /// <summary>The text of a property.</summary>
    /// <param name="parent">Any JSON value.</param>
    /// <param name="name">The property.</param>
    /// <returns>Null if the value is no object or has no such text.</returns>
    public static string? Of(JsonElement parent, string name)
    {
        try
        {
            return parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
                ? value.GetString()
                : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair in the text, or in any name beside it; the parser lets the escape pass.
            return null;
        }
    }
}
