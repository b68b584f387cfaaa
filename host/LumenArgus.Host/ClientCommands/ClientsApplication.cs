using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LumenArgus.Abstractions.Model;
using LumenArgus.Host.Output;
using LumenArgus.Proxy.Identity.Clients;

namespace LumenArgus.Host.ClientCommands;

/// <summary>Runs <c>clients</c>. The keys of the JSON are the original's, also those without a value.</summary>
/// <param name="output">Where the list goes.</param>
/// <param name="readAdded">Asks the product that runs for its address and the tools that its plugins bring, as <see cref="ToLine"/> writes them; null if none runs. No plugin is loaded for a list.</param>
/// <param name="configuredUrl">The proxy's address by the configuration, where none runs.</param>
internal sealed class ClientsApplication(TextWriter output, Func<CancellationToken, Task<string?>> readAdded, Func<string> configuredUrl)
{
    private const string Property = "clients";
    private const string UrlProperty = "url";

    // What the definitions of tools have in the place of the address.
    private const string DefaultUrl = "http://localhost:8080";

    public async Task<int> ListAsync(bool json, CancellationToken cancellationToken)
    {
        using var answer = Parse(await readAdded(cancellationToken));
        IReadOnlyList<JsonElement> added = answer is null ? [] : [.. answer.RootElement.GetProperty(Property).EnumerateArray().Where(static client => !IsKnown(Text(client, "id")))];
        await output.WriteAsync(json ? ToJson(writer => WriteAll(writer, added, UrlOf(answer) ?? configuredUrl())) : ToTable(added, isComplete: answer is not null));
        await output.FlushAsync(cancellationToken);
        return ExitCode.Ok;
    }

    private static string ToTable(IReadOnlyList<JsonElement> added, bool isComplete)
    {
        var rows = ClientRegistry.All.Select(static client => (client.Id, client.DisplayName, client.Category, client.Proxy.Kind, client.Proxy.Instructions)).Concat(added.Select(static client =>
        {
            var proxy = client.GetProperty("proxy_config");
            return (Id: Text(client, "id"), DisplayName: Text(client, "display_name"), Category: Text(client, "category"), Kind: Text(proxy, "config_type"), Instructions: Text(proxy, "setup_instructions"));
        })).ToList();
        var name = rows.Max(static row => row.DisplayName.Length);
        var id = rows.Max(static row => row.Id.Length);
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            text.Append("  ").Append(row.Id.PadRight(id)).Append("  ").Append(row.DisplayName.PadRight(name)).Append("  ")
                .Append(row.Category).Append("  ").Append(row.Kind.PadRight("ide_settings".Length)).Append("  ")
                .Append(row.Instructions).Append('\n');
        }

        text.Append('\n').Append("  ").Append(rows.Count).Append(" tools");
        text.Append(added.Count > 0 ? $", {added.Count} of them from plugins" : isComplete ? "" : "; those of plugins are listed while lumen-argus runs");
        return text.Append('\n').ToString();
    }

    /// <summary>The proxy's address and the tools that plugins have added, on one line.</summary>
    /// <param name="added">The tools.</param>
    /// <param name="url">The proxy's address, for what is to be typed.</param>
    public static string ToLine(ImmutableArray<ClientDefinition> added, string url) => JsonLine.Write(json =>
    {
        json.WriteString(UrlProperty, url);
        json.WriteStartArray(Property);
        foreach (var client in added)
        {
            Write(json, client, url);
        }

        json.WriteEndArray();
    });

    /// <summary>All that is known of each tool, as one JSON array.</summary>
    /// <param name="added">Tools that plugins have added.</param>
    /// <param name="url">The proxy's address, for what is to be typed.</param>
    public static string ToJson(ImmutableArray<ClientDefinition> added, string url) => ToJson(json =>
    {
        foreach (var client in ClientRegistry.All.Concat(added).DistinctBy(static client => client.Id, StringComparer.Ordinal))
        {
            Write(json, client, url);
        }
    });

    private static string ToJson(Action<Utf8JsonWriter> writeItems)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartArray();
            writeItems(json);
            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void WriteAll(Utf8JsonWriter json, IReadOnlyList<JsonElement> added, string url)
    {
        foreach (var client in ClientRegistry.All)
        {
            Write(json, client, url);
        }

        foreach (var client in added)
        {
            client.WriteTo(json);
        }
    }

    // One that runs may be of another version, and know no such command.
    private static JsonDocument? Parse(string? answer)
    {
        if (answer is null)
        {
            return null;
        }

        try
        {
            var document = JsonDocument.Parse(answer);
            if (document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty(Property, out var clients) && clients.ValueKind == JsonValueKind.Array)
            {
                return document;
            }

            document.Dispose();
        }
        catch (JsonException)
        {
            // As if none ran.
        }

        return null;
    }

    private static string? UrlOf(JsonDocument? answer) =>
        answer is not null && answer.RootElement.TryGetProperty(UrlProperty, out var url) && url.ValueKind == JsonValueKind.String ? url.GetString() : null;

    private static bool IsKnown(string id) => ClientRegistry.All.Any(client => client.Id == id);

    // Of a plugin.
    private static string Text(JsonElement element, string name) => PrintableText.Of(element.GetProperty(name).GetString() ?? "");

    private static void Write(Utf8JsonWriter json, ClientDefinition client, string url)
    {
        json.WriteStartObject();
        json.WriteString("id", client.Id);
        json.WriteString("display_name", client.DisplayName);
        json.WriteString("category", client.Category);
        json.WriteString("provider", client.Provider);
        json.WriteStartArray("ua_prefixes");
        foreach (var prefix in client.UserAgentPrefixes)
        {
            json.WriteStringValue(prefix);
        }

        json.WriteEndArray();
        json.WriteStartObject("proxy_config");
        json.WriteString("config_type", client.Proxy.Kind);
        json.WriteString("setup_instructions", client.Proxy.Instructions);
        json.WriteString("env_var", client.Proxy.EnvironmentVariable ?? "");
        json.WriteString("setup_cmd", client.Proxy.Command?.Replace(DefaultUrl, url, StringComparison.Ordinal) ?? "");
        json.WriteString("config_file_path", client.Proxy.ConfigFile ?? "");
        json.WriteString("config_key", client.Proxy.ConfigKey ?? "");
        json.WriteString("ide_settings_key", client.Proxy.EditorSettingsKey ?? "");
        json.WriteString("alt_config", client.Proxy.Alternative?.Replace(DefaultUrl, url, StringComparison.Ordinal) ?? "");
        json.WriteBoolean("forward_proxy", client.Proxy.NeedsForwardProxy);
        json.WriteEndObject();
        json.WriteString("website", client.Website);
        json.WriteString("detect_binary", client.Binary ?? "");
        json.WriteString("detect_pip", client.PipPackage ?? "");
        json.WriteString("detect_npm", client.NpmPackage ?? "");
        json.WriteString("detect_brew", client.BrewFormula ?? "");
        json.WriteString("detect_vscode_ext", client.VsCodeExtension ?? "");
        json.WriteString("detect_jetbrains_plugin", client.JetBrainsPlugin ?? "");
        json.WriteString("detect_neovim_plugin", client.NeovimPlugin ?? "");
        json.WriteString("detect_app_name", client.ApplicationName ?? "");
        json.WriteString("version_command", client.VersionCommand ?? "");
        json.WriteEndObject();
    }
}
