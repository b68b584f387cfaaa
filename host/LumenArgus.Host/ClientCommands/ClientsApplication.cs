using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LumenArgus.Abstractions.Model;
using LumenArgus.Proxy.Identity.Clients;

namespace LumenArgus.Host.ClientCommands;

/// <summary>Runs <c>clients</c>. The keys of the JSON are the original's, also those without a value.</summary>
internal sealed class ClientsApplication(TextWriter output)
{
    public Task<int> ListAsync(bool json, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        output.Write(json ? ToJson([]) : ToTable());
        output.Flush();
        return Task.FromResult(ExitCode.Ok);
    }

    private static string ToTable()
    {
        var clients = ClientRegistry.All;
        var name = clients.Max(static client => client.DisplayName.Length);
        var id = clients.Max(static client => client.Id.Length);
        var text = new StringBuilder();
        foreach (var client in clients)
        {
            text.Append("  ").Append(client.Id.PadRight(id)).Append("  ").Append(client.DisplayName.PadRight(name)).Append("  ")
                .Append(client.Category).Append("  ").Append(client.Proxy.Kind.PadRight("ide_settings".Length)).Append("  ")
                .Append(client.Proxy.Instructions).Append('\n');
        }

        return text.Append('\n').Append("  ").Append(clients.Length).Append(" tools\n").ToString();
    }

    /// <summary>All that is known of each tool, as one JSON array.</summary>
    /// <param name="added">Tools that plugins have added.</param>
    public static string ToJson(ImmutableArray<ClientDefinition> added)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartArray();
            foreach (var client in ClientRegistry.All.Concat(added).DistinctBy(static client => client.Id, StringComparer.Ordinal))
            {
                Write(json, client);
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter json, ClientDefinition client)
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
        json.WriteString("setup_cmd", client.Proxy.Command ?? "");
        json.WriteString("config_file_path", client.Proxy.ConfigFile ?? "");
        json.WriteString("config_key", client.Proxy.ConfigKey ?? "");
        json.WriteString("ide_settings_key", client.Proxy.EditorSettingsKey ?? "");
        json.WriteString("alt_config", client.Proxy.Alternative ?? "");
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
