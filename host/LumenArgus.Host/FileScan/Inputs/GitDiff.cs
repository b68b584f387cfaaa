using System.ComponentModel;
using System.Diagnostics;
using LumenArgus.Host.Output;

namespace LumenArgus.Host.FileScan.Inputs;

/// <summary>Runs <c>git diff</c> in a form that no setting changes, without external diff programs, converters and file watchers.</summary>
internal static class GitDiff
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    private static readonly string[] Fixed =
    [
        "--unified=0", "--inter-hunk-context=0", "--text", "--no-color", "--no-ext-diff", "--no-textconv", "--no-relative", "--src-prefix=a/", "--dst-prefix=b/",
    ];

    /// <summary>Reads a diff.</summary>
    /// <param name="reference">What to compare the working tree with; null compares what is staged with the last commit.</param>
    /// <param name="paths">Only these files; none means all.</param>
    /// <param name="folder">The folder to run in.</param>
    /// <param name="cancellationToken">Ends the wait and git.</param>
    /// <exception cref="GitException">git is missing, failed or took too long.</exception>
    public static async Task<byte[]> ReadAsync(string? reference, IReadOnlyList<string> paths, string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("git", ["-c", "core.quotePath=false", "-c", "core.fsmonitor=false", "diff", .. Fixed, reference ?? "--cached", "--", .. paths])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = folder,
        };
        using var process = Start(start);
        process.StandardInput.Close();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Timeout);
        try
        {
            using var output = new MemoryStream();
            var copied = process.StandardOutput.BaseStream.CopyToAsync(output, limit.Token);
            var said = process.StandardError.ReadToEndAsync(limit.Token);
            await Task.WhenAll(copied, said);
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0 ? output.ToArray() : throw new GitException(Failure(folder, process.ExitCode, await said));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new GitException($"git diff was not ready within {Timeout.TotalSeconds:F0} seconds");
        }
        catch (IOException exception)
        {
            throw new GitException($"the output of git diff cannot be read: {exception.Message}");
        }
        finally
        {
            Kill(process);
        }
    }

    // Outside of a repository git compares files, and speaks of an option that it does not know. Only a failure is asked about: GIT_DIR may name a repository elsewhere.
    private static string Failure(string folder, int exitCode, string said) => GitRepository.RootOf(folder) is null
        ? $"{PrintableText.Of(folder)} is not in a git repository, and --diff scans what git says is new. Run it in the folder of a repository, or scan files as they are: lumen-argus scan ."
        : $"git diff failed with code {exitCode}: {PrintableText.Of(said.Trim().Split('\n')[0])}";

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start) ?? throw new GitException("git cannot be started");
        }
        catch (Win32Exception exception)
        {
            throw new GitException($"git cannot be started: {exception.Message}");
        }
    }

    private static void Kill(Process process)
    {
        try
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }
}
