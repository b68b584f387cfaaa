using LumenArgus.Testing.Processes;

namespace LumenArgus.BrowserTests.Chromium;

/// <summary>The Chromium of this machine: <c>CHROMIUM</c>, then PATH, then the one of a pinned npm package. None is a failure, never a skip.</summary>
internal static class ChromiumPath
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    public static async Task<string> FindAsync()
    {
        var problems = new List<string>();
        foreach (var candidate in OnTheMachine(Environment.GetEnvironmentVariable("CHROMIUM"), Environment.GetEnvironmentVariable("PATH")))
        {
            if (await ProblemAsync(candidate) is not { } problem)
            {
                return candidate;
            }

            problems.Add(problem);
        }

        try
        {
            var packaged = await InstallAsync();
            if (await ProblemAsync(packaged) is not { } problem)
            {
                return packaged;
            }

            problems.Add(problem);
        }
        catch (InvalidOperationException exception)
        {
            problems.Add(exception.Message);
        }

        throw new InvalidOperationException(
            "The browser tests need a Chromium, and none can be started here. Run: apt-get install -y chromium (or set CHROMIUM to the path of one)."
            + string.Concat(problems.Select(static problem => $"\n- {problem}")));
    }

    /// <summary>Those of the machine, the best first; none of them, and the package's is taken.</summary>
    internal static IEnumerable<string> OnTheMachine(string? named, string? searchPath)
    {
        if (!string.IsNullOrEmpty(named))
        {
            yield return named;
        }

        var folders = (searchPath ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        foreach (var name in Names)
        {
            foreach (var folder in folders)
            {
                var path = Path.Combine(folder, name);
                if (File.Exists(path))
                {
                    yield return path;
                }
            }
        }
    }

    /// <summary>Why it cannot be used; null when it can. Libraries that a Chromium needs can be missing where its file is there.</summary>
    private static async Task<string?> ProblemAsync(string path)
    {
        try
        {
            var result = await ChildProcess.RunAsync(new ChildProcessStart(path, ["--version"]) { InheritEnvironment = true }, Patience);
            return result.ExitCode == 0 ? null : $"{path} --version: {(result.TimedOut ? "no answer" : $"exit code {result.ExitCode}")} {result.Output.Trim()}";
        }
        catch (InvalidOperationException exception)
        {
            return exception.Message;
        }
    }

    private static async Task<string> InstallAsync()
    {
        await NpmInstall.EnsureAsync(BuildPaths.BrowserSources, BuildPaths.BrowserInstallFolder);
        var unpacked = await ChildProcess.RunAsync(
            new ChildProcessStart("node", ["unpack.mjs"])
            {
                WorkingDirectory = BuildPaths.BrowserInstallFolder,
                InheritEnvironment = true,
                Environment = new Dictionary<string, string> { ["TMPDIR"] = BuildPaths.BrowserInstallFolder },
            },
            Patience);
        return unpacked.ExitCode == 0
            ? unpacked.StandardOutput.Trim()
            : throw new InvalidOperationException($"The Chromium of the npm package could not be unpacked: {unpacked.Output.Trim()}");
    }
}
