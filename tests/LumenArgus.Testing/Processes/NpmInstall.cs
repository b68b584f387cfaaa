using System.Security.Cryptography;

namespace LumenArgus.Testing.Processes;

/// <summary>
/// npm packages at pinned versions, installed into artifacts/. Installs once: later runs find the stamp of the same package files and do nothing, so
/// they need no network.
/// </summary>
public static class NpmInstall
{
    private static readonly TimeSpan InstallTimeout = TimeSpan.FromMinutes(10);
    private static readonly string[] PackageFiles = ["package.json", "package-lock.json", ".npmrc"];

    /// <summary>Installs what the package files of a folder name, unless that is done.</summary>
    /// <param name="sources">Folder with package.json, its lock and .npmrc.</param>
    /// <param name="target">Folder that will hold node_modules.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task EnsureAsync(string sources, string target, CancellationToken cancellationToken = default)
    {
        using var alone = await FileLock.AcquireAsync(target + ".lock", cancellationToken);
        Directory.CreateDirectory(target);
        foreach (var script in Directory.EnumerateFiles(sources, "*.mjs"))
        {
            File.Copy(script, Path.Combine(target, Path.GetFileName(script)), overwrite: true);
        }

        var stamp = Path.Combine(target, "installed.sha256");
        var wanted = await HashAsync(sources, cancellationToken);
        if (File.Exists(stamp) && await File.ReadAllTextAsync(stamp, cancellationToken) == wanted)
        {
            return;
        }

        File.Delete(stamp);
        foreach (var file in PackageFiles)
        {
            File.Copy(Path.Combine(sources, file), Path.Combine(target, file), overwrite: true);
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
            throw new InvalidOperationException($"These tests need Node 20 or later with npm. {exception.Message}", exception);
        }

        if (result.ExitCode != 0)
        {
            throw new InvalidOperationException(
                $"'npm ci' in {target} {(result.TimedOut ? $"took longer than {InstallTimeout}" : $"ended with code {result.ExitCode}")}."
                + $" These tests need the npm registry once; afterwards they run without it.\n{LastLines(result.Output, 25)}");
        }
    }

    private static async Task<string> HashAsync(string sources, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in PackageFiles)
        {
            hash.AppendData(await File.ReadAllBytesAsync(Path.Combine(sources, file), cancellationToken));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string LastLines(string text, int count) => string.Join('\n', text.Split('\n').TakeLast(count));
}
