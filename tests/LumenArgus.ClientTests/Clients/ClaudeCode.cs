using LumenArgus.Testing.Processes;

namespace LumenArgus.ClientTests.Clients;

internal sealed class ClaudeCode : IClient
{
    public string Name => "claude-code";

    // The wrapper finds the native binary of the optional package; bin/claude needs an install script to have run.
    public ChildProcessStart Prepare(TemporaryFolder home, string baseUrl, string prompt) => ClientEnvironment.Node(
        home,
        "node_modules/@anthropic-ai/claude-code/cli-wrapper.cjs",
        ["-p", prompt],
        ("ANTHROPIC_BASE_URL", baseUrl),
        ("ANTHROPIC_API_KEY", "sk-ant-api03-mock"),
        ("CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC", "1"),
        ("DISABLE_AUTOUPDATER", "1"));
}
