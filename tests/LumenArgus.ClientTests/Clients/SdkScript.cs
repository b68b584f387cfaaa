using LumenArgus.Testing.Processes;

namespace LumenArgus.ClientTests.Clients;

/// <summary>One of the scripts of tests/clients in one of its modes.</summary>
internal sealed class SdkScript(string script, string mode) : IClient
{
    public string Name => $"{script}-sdk-{mode}";

    public ChildProcessStart Prepare(TemporaryFolder home, string baseUrl, string prompt) =>
        ClientEnvironment.Node(home, $"{script}.mjs", [mode, prompt], ("BASE_URL", baseUrl));
}
