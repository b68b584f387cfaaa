using LumenArgus.Dashboard.Hosting;

namespace LumenArgus.Host.Dashboards;

/// <summary>What the first page says about each tool; the lines are those of the start message, which the client tests check.</summary>
internal static class DashboardTools
{
    public static IReadOnlyList<ToolLines> For(string url) =>
    [
        Variable("claude_code", "Claude Code", "ANTHROPIC_BASE_URL", url),
        new ToolLines(
            "codex_cli",
            "Codex",
            "codex",
            "codex",
            $"""
            # ~/.codex/config.toml
            model_provider = "lumen-argus"
            [model_providers.lumen-argus]
            name = "LumenArgus"
            base_url = "{url}/v1"
            env_key = "OPENAI_API_KEY"
            wire_api = "responses"
            """),
        Variable("gemini_cli", "Gemini CLI", "GOOGLE_GEMINI_BASE_URL", url),
        Variable("anthropic_sdk", "Anthropic SDK", "ANTHROPIC_BASE_URL", url),
        Variable("openai_sdk", "OpenAI SDK, Copilot and others", "OPENAI_BASE_URL", url + "/v1"),
    ];

    private static ToolLines Variable(string name, string label, string variable, string value) =>
        new(name, label, $"export {variable}={value}", $"$env:{variable} = \"{value}\"", Config: null);
}
