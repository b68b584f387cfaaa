using LumenArgus.Testing.Processes;

namespace LumenArgus.ClientTests.Clients;

internal sealed class ClaudeCode : IConversingClient, IWritingClient
{
    public string Name => "claude-code";

    public ChildProcessStart Prepare(TemporaryFolder home, string baseUrl, string prompt) => Run(home, baseUrl, "-p", prompt);

    public ChildProcessStart PrepareNext(TemporaryFolder home, string baseUrl, string prompt) => Run(home, baseUrl, "-p", "--continue", prompt);

    public ChildProcessStart PrepareWriting(TemporaryFolder home, string baseUrl, string prompt) =>
        Run(home, baseUrl, "-p", "--permission-mode", "acceptEdits", prompt);

    // The wrapper finds the native binary of the optional package; bin/claude needs an install script to have run.
    private static ChildProcessStart Run(TemporaryFolder home, string baseUrl, params string[] arguments) => ClientEnvironment.Node(
        home,
        "node_modules/@anthropic-ai/claude-code/cli-wrapper.cjs",
        arguments,
        ("ANTHROPIC_BASE_URL", baseUrl),
        ("ANTHROPIC_API_KEY", "sk-ant-api03-mock"),
        ("CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC", "1"),
        ("DISABLE_AUTOUPDATER", "1"));
}
