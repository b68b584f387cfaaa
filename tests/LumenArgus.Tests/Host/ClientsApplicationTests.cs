using System.Text.Json;
using LumenArgus.Abstractions.Model;
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

    [Fact]
    public async Task List_ProductThatRuns_AddsTheToolsOfItsPlugins()
    {
        var line = ClientsApplication.ToLine([
            new ClientDefinition
            {
                Id = "acme_agent", DisplayName = "Acme\u001b[31m Agent", Category = "cli", Provider = "acme", UserAgentPrefixes = ["acme/"], Website = "https://acme.example",
                Proxy = new ClientProxySetup { Kind = "env_var", Instructions = "Set ACME_URL" },
            },
            ClientRegistry.All[0],
        ], "http://127.0.0.1:9999");
        line.ShouldNotContain('\n');

        using var json = JsonDocument.Parse(await ListAsync(json: true, line));
        json.RootElement.EnumerateArray().Select(static client => client.GetProperty("id").GetString()).ShouldBe([.. ClientRegistry.All.Select(static client => client.Id), "acme_agent"]);
        var text = await ListAsync(json: false, line);
        text.ShouldContain("acme_agent");
        text.ShouldNotContain('\u001b');
        text.ShouldEndWith($"  {ClientRegistry.All.Length + 1} tools, 1 of them from plugins\n");
    }

    [Theory]
    [InlineData(null, "; those of plugins are listed while lumen-argus runs")]
    [InlineData("""{"error":"unknown command"}""", "; those of plugins are listed while lumen-argus runs")]
    [InlineData("no json", "; those of plugins are listed while lumen-argus runs")]
    [InlineData("""{"clients":[]}""", "")]
    public async Task List_NothingOfPlugins_SaysWhetherThereMayBeAny(string? answer, string end)
    {
        (await ListAsync(json: false, answer)).ShouldEndWith($"  {ClientRegistry.All.Length} tools{end}\n");
        using var json = JsonDocument.Parse(await ListAsync(json: true, answer));
        json.RootElement.GetArrayLength().ShouldBe(ClientRegistry.All.Length);
    }

    [Theory]
    [InlineData(null, "ANTHROPIC_BASE_URL=http://127.0.0.1:9000 claude")]
    [InlineData("""{"clients":[]}""", "ANTHROPIC_BASE_URL=http://127.0.0.1:9000 claude")]
    [InlineData("""{"url":"http://127.0.0.1:9999","clients":[]}""", "ANTHROPIC_BASE_URL=http://127.0.0.1:9999 claude")]
    public async Task List_Json_NamesTheAddressThatIsInUseOrConfigured(string? answer, string command)
    {
        using var json = JsonDocument.Parse(await ListAsync(json: true, answer));

        json.RootElement.EnumerateArray().Single(static client => client.GetProperty("id").GetString() == "claude_code").GetProperty("proxy_config").GetProperty("setup_cmd").GetString().ShouldBe(command);
        json.RootElement.ToString().ShouldNotContain(":8080");
    }

    private static async Task<string> ListAsync(bool json, string? added = null)
    {
        using var output = new StringWriter();
        (await new ClientsApplication(output, _ => Task.FromResult(added), static () => "http://127.0.0.1:9000").ListAsync(json, CancellationToken.None)).ShouldBe(0);
        return output.ToString();
    }
}
