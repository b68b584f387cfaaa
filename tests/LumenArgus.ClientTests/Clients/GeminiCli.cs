using LumenArgus.Testing.Processes;

namespace LumenArgus.ClientTests.Clients;

internal sealed class GeminiCli : IClient
{
    private const string Settings = """
        {
          "security": { "auth": { "selectedType": "gemini-api-key" } },
          "privacy": { "usageStatisticsEnabled": false },
          "general": { "enableAutoUpdate": false, "enableAutoUpdateNotification": false }
        }
        """;

    public string Name => "gemini-cli";

    public ChildProcessStart Prepare(TemporaryFolder home, string baseUrl, string prompt)
    {
        File.WriteAllText(home.File(".gemini", "settings.json"), Settings);
        return ClientEnvironment.Node(
            home,
            "node_modules/@google/gemini-cli/bundle/gemini.js",
            ["-p", prompt, "--skip-trust"],
            ("GOOGLE_GEMINI_BASE_URL", baseUrl),
            ("GEMINI_API_KEY", "AIzaMock"),
            ("GEMINI_CLI_NO_RELAUNCH", "true"));
    }
}
