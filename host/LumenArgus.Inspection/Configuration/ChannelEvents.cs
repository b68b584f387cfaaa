using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LumenArgus.Inspection.Configuration;

/// <summary>The actions that a channel can be told of, as rows and files have them: a JSON array, of which an empty one is all.</summary>
public static partial class ChannelEvents
{
    /// <summary>Their names.</summary>
    public static ImmutableArray<string> All { get; } = ["block", "redact", "alert", "log", "strip"];

    /// <summary>Writes a list.</summary>
    /// <param name="names">The names.</param>
    /// <returns>The array.</returns>
    public static string Write(IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return JsonSerializer.Serialize([.. names.Distinct(StringComparer.Ordinal)], Json.Default.StringArray);
    }

    /// <summary>Reads a list.</summary>
    /// <param name="text">The array.</param>
    /// <returns>The names; none if it is none.</returns>
    public static ImmutableArray<string> Read(string text)
    {
        try
        {
            return [.. JsonSerializer.Deserialize(text, Json.Default.StringArray) ?? []];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    [JsonSerializable(typeof(string[]))]
    private sealed partial class Json : JsonSerializerContext;
}
