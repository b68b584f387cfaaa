using System.Text.Encodings.Web;
using System.Text.Json;

namespace LumenArgus.Host.Terminal;

/// <summary>Plugins as JSON: what the control socket and <c>plugins list --json</c> give.</summary>
internal static class PluginRowJson
{
    private static readonly PluginRowContext Context = new(new JsonSerializerOptions(PluginRowContext.Default.Options)
    {
        // For people and programs, never for a page: an apostrophe stays one.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static string Write(PluginRow row) => JsonSerializer.Serialize(row, Context.PluginRow);

    public static string WriteAll(IReadOnlyList<PluginRow> rows) => JsonSerializer.Serialize(rows, Context.IReadOnlyListPluginRow);

    /// <returns>Null if it is none.</returns>
    public static IReadOnlyList<PluginRow>? TryReadAll(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, Context.IReadOnlyListPluginRow);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
