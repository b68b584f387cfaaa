using System.Text.Json;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Redaction;

/// <summary>
/// What a value is outside of where it stands. OpenAI's arguments of a tool call are JSON in a string, so a key with line ends has escapes there and none in a message; it is the same key and
/// gets the same placeholder, and what is put back into arguments is escaped again.
/// </summary>
internal static class ArgumentText
{
    public static string Of(Finding finding)
    {
        var value = finding.Value.Reveal();
        return value.Contains('\\') && finding.Location.EndsWith("arguments", StringComparison.Ordinal) ? Unescaped(value) : value.ToString();
    }

    // A value that begins or ends within an escape stays as it is.
    private static string Unescaped(ReadOnlySpan<char> value)
    {
        try
        {
            using var document = JsonDocument.Parse($"\"{value}\"");
            return document.RootElement.GetString() ?? "";
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return value.ToString();
        }
    }
}
