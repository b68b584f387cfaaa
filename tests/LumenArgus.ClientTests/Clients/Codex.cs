using LumenArgus.Testing.Processes;

namespace LumenArgus.ClientTests.Clients;

/// <param name="overWebSocket">Whether it tries a WebSocket first, as it does with OpenAI itself.</param>
internal sealed class Codex(bool overWebSocket) : IConversingClient, IWritingClient
{
    public string Name => overWebSocket ? "codex-websocket" : "codex";

    public ChildProcessStart Prepare(TemporaryFolder home, string baseUrl, string prompt)
    {
        Configure(home, baseUrl);
        return Run(home, "exec", "--skip-git-repo-check", prompt);
    }

    public ChildProcessStart PrepareNext(TemporaryFolder home, string baseUrl, string prompt) =>
        Run(home, "exec", "--skip-git-repo-check", "resume", "--last", prompt);

    // The sandbox needs rights on the machine that tests do not have.
    public ChildProcessStart PrepareWriting(TemporaryFolder home, string baseUrl, string prompt)
    {
        Configure(home, baseUrl);
        return Run(home, "exec", "--skip-git-repo-check", "--dangerously-bypass-approvals-and-sandbox", prompt);
    }

    private void Configure(TemporaryFolder home, string baseUrl) =>
        File.WriteAllText(home.File(".codex", "config.toml"), $"""
            model_provider = "mock"
            check_for_update_on_startup = false

            [analytics]
            enabled = false

            [model_providers.mock]
            name = "mock"
            base_url = "{baseUrl}/v1"
            env_key = "OPENAI_API_KEY"
            wire_api = "responses"
            supports_websockets = {(overWebSocket ? "true" : "false")}
            """);

    private static ChildProcessStart Run(TemporaryFolder home, params string[] arguments) =>
        ClientEnvironment.Node(home, "node_modules/@openai/codex/bin/codex.js", arguments, ("OPENAI_API_KEY", "sk-mock"));
}
