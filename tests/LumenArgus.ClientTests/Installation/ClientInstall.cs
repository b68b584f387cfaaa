using System.Security.Cryptography;
using LumenArgus.Testing.Processes;

namespace LumenArgus.ClientTests.Installation;

/// <summary>
/// The real tools, installed from npm into artifacts/ at their pinned versions. Installs once: later runs find the stamp of the same
/// package files and do nothing, so they need no network.
/// </summary>
internal static class ClientInstall
{
    private static readonly TimeSpan InstallTimeout = TimeSpan.FromMinutes(10);
    private static readonly string[] PackageFiles = ["package.json", "package-lock.json", ".npmrc"];

    public static async Task EnsureAsync(CancellationToken cancellationToken = default)
    {
        var target = BuildPaths.ClientInstallFolder;
        using var alone = await FileLock.AcquireAsync(target + ".lock", cancellationToken);
        Directory.CreateDirectory(target);
        foreach (var script in Directory.EnumerateFiles(BuildPaths.ClientSources, "*.mjs"))
        {
            File.Copy(script, Path.Combine(target, Path.GetFileName(script)), overwrite: true);
        }

        var stamp = Path.Combine(target, "installed.sha256");
        var wanted = await HashAsync(cancellationToken);
        if (File.Exists(stamp) && await File.ReadAllTextAsync(stamp, cancellationToken) == wanted)
        {
            return;
        }

        File.Delete(stamp);
        foreach (var file in PackageFiles)
        {
            File.Copy(Path.Combine(BuildPaths.ClientSources, file), Path.Combine(target, file), overwrite: true);
        }

        await InstallAsync(target, cancellationToken);
        await File.WriteAllTextAsync(stamp, wanted, cancellationToken);
    }

    private static async Task InstallAsync(string target, CancellationToken cancellationToken)
    {
        // The developer's own environment: it knows the way to the registry.
        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        ChildProcessResult result;
        try
        {
            result = await ChildProcess.RunAsync(
                new ChildProcessStart(npm, ["ci"]) { WorkingDirectory = target, InheritEnvironment = true }, InstallTimeout, cancellationToken);
        }
        catch (InvalidOperationException exception)
        {
            throw new InvalidOperationException($"The client tests need Node 20 or later with npm. {exception.Message}", exception);
        }

        if (result.ExitCode != 0)
        {
            throw new InvalidOperationException(
                $"'npm ci' in {target} {(result.TimedOut ? $"took longer than {InstallTimeout}" : $"ended with code {result.ExitCode}")}."
                + $" The client tests need the npm registry once; afterwards they run without it.\n{LastLines(result.Output, 25)}");
        }
    }

    private static async Task<string> HashAsync(CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in PackageFiles)
        {
            hash.AppendData(await File.ReadAllBytesAsync(Path.Combine(BuildPaths.ClientSources, file), cancellationToken));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string LastLines(string text, int count) => string.Join('\n', text.Split('\n').TakeLast(count));
}
