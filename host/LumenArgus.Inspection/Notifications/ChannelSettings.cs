using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Storage.Channels;

namespace LumenArgus.Inspection.Notifications;

/// <summary>Makes of a row what a plugin gets of it, with the variables that it names.</summary>
public static class ChannelSettings
{
    // Whoever may make channels could else have any variable of the process sent to himself.
    private const string OpenVariables = "LUMEN_ARGUS_CHANNEL_";

    /// <summary>Reads a row.</summary>
    /// <param name="row">The row, with its settings in clear.</param>
    /// <param name="environment">Reads a variable.</param>
    /// <returns>The channel, and what is wrong with it; null if nothing is.</returns>
    public static (ChannelInfo Channel, string? Problem) Read(StoredChannel row, Func<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(environment);
        string? problem = null;
        var settings = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in Parse(row.Config))
        {
            if (value is not null)
            {
                var resolved = Resolve(value, name => Variable(name, key));
                settings[key] = resolved is JsonValue text && text.GetValueKind() == JsonValueKind.String ? text.GetValue<string>() : resolved.ToJsonString();
            }
        }

        return (new ChannelInfo { Id = row.Id, Name = row.Name, Type = row.Type, Settings = settings.ToImmutable() }, problem);

        string Variable(string name, string key)
        {
            if (row.Source != NotificationChannel.Configured && !name.StartsWith(OpenVariables, StringComparison.Ordinal))
            {
                problem ??= $"{key}: a channel that is not from config.yaml can only name variables that begin with {OpenVariables}.";
                return "";
            }

            if (environment(name) is { } value)
            {
                return value;
            }

            problem ??= $"{key} needs the environment variable {name}, which is not set.";
            return "";
        }
    }

    /// <summary>Reads settings as an object.</summary>
    /// <param name="settings">The settings.</param>
    /// <returns>The object; empty if they are none.</returns>
    public static JsonObject Parse(string settings)
    {
        try
        {
            return JsonNode.Parse(settings) as JsonObject ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static JsonNode Resolve(JsonNode node, Func<string, string> variable) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, member.Value is null ? null : (JsonNode?)Resolve(member.Value, variable)))),
        JsonArray items => new JsonArray([.. items.Select(item => item is null ? null : Resolve(item, variable))]),
        JsonValue text when text.GetValueKind() == JsonValueKind.String => JsonValue.Create(EnvironmentReference.Replace(text.GetValue<string>(), variable)),
        _ => node.DeepClone(),
    };
}
