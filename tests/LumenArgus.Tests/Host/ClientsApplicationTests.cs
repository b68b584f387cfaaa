using System.Text.Json;
using LumenArgus.Host.ClientCommands;
using LumenArgus.Proxy.Identity.Clients;

namespace LumenArgus.Tests.Host;

public sealed class ClientsApplicationTests
{
    [Fact]
    public async Task List_Json_HasTheKeysOfTheOriginal()
    {
        using var json = JsonDocument.Parse(await ListAsync(json: true));

        json.RootElement.GetArrayLength().ShouldBe(ClientRegistry.All.Length);
        foreach (var client in json.RootElement.EnumerateArray())
        {
            client.EnumerateObject().Select(static property => property.Name).ShouldBe(
                ["id", "display_name", "category", "provider", "ua_prefixes", "proxy_config", "website", "detect_binary", "detect_pip", "detect_npm", "detect_brew",
                "detect_vscode_ext", "detect_jetbrains_plugin", "detect_neovim_plugin", "detect_app_name", "version_command"]);
            client.GetProperty("proxy_config").EnumerateObject().Select(static property => property.Name).ShouldBe(
                ["config_type", "setup_instructions", "env_var", "setup_cmd", "config_file_path", "config_key", "ide_settings_key", "alt_config", "forward_proxy"]);
        }
    }

    [Fact]
    public async Task List_Text_NamesEveryTool()
    {
        var lines = (await ListAsync(json: false)).Split('\n');

        foreach (var client in ClientRegistry.All)
        {
            lines.Count(line => line.TrimStart().StartsWith(client.Id + " ", StringComparison.Ordinal)).ShouldBe(1, client.Id);
        }
    }

    private static async Task<string> ListAsync(bool json)
    {
        using var output = new StringWriter();
        (await new ClientsApplication(output).ListAsync(json, CancellationToken.None)).ShouldBe(0);
        return output.ToString();
    }
}
