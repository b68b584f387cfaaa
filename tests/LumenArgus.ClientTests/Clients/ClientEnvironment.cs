using LumenArgus.Testing.Processes;

namespace LumenArgus.ClientTests.Clients;

/// <summary>What every tool gets: an empty home of its own, and no way out but loopback.</summary>
internal static class ClientEnvironment
{
    // Nothing listens on the discard port: whatever a tool sends elsewhere (telemetry, update checks) fails at once instead of waiting.
    private const string DeadEnd = "http://127.0.0.1:9";

    public static ChildProcessStart Node(TemporaryFolder home, string script, IReadOnlyList<string> arguments, params IReadOnlyList<(string Name, string Value)> variables)
    {
        var environment = new Dictionary<string, string>
        {
            ["HOME"] = home.Path,
            ["TMPDIR"] = home.Folder("tmp"),
            ["HTTP_PROXY"] = DeadEnd,
            ["HTTPS_PROXY"] = DeadEnd,
            ["NO_PROXY"] = "127.0.0.1,localhost",
        };
        foreach (var (name, value) in variables)
        {
            environment[name] = value;
        }

        return new ChildProcessStart("node", [Path.Combine(BuildPaths.ClientInstallFolder, script), .. arguments])
        {
            WorkingDirectory = home.Folder("work"),
            Environment = environment,
        };
    }
}
