namespace LumenArgus.Host.Terminal;

/// <summary>What to type so that each tool talks to the proxy.</summary>
internal static class ToolSetup
{
    /// <summary>Tool and lines to type; checked against the tools themselves by the client tests.</summary>
    public static IReadOnlyList<(string Tool, string[] Lines)> For(string url) =>
    [
        ("Claude Code, Anthropic SDK", [$"export ANTHROPIC_BASE_URL={url}"]),
        ("Gemini CLI, Google SDK", [$"export GOOGLE_GEMINI_BASE_URL={url}"]),
        ("OpenAI SDK, Copilot, others", [$"export OPENAI_BASE_URL={url}/v1"]),
        ("Codex CLI", [
            "in ~/.codex/config.toml:",
            "  model_provider = \"lumen-argus\"",
            "  [model_providers.lumen-argus]",
            "  name = \"LumenArgus\"",
            $"  base_url = \"{url}/v1\"",
            "  env_key = \"OPENAI_API_KEY\"",
            "  wire_api = \"responses\"",
        ]),
    ];
}
