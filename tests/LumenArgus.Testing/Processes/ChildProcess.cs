using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace LumenArgus.Testing.Processes;

/// <summary>
/// A program under test: its input is empty, its output is kept line by line and can be waited for, and no process of its tree
/// outlives it.
/// </summary>
public sealed class ChildProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly OutputLines _output = new();
    private readonly OutputLines _error = new();
    private readonly Task _pumps;
    private readonly long _started = Stopwatch.GetTimestamp();

    private ChildProcess(Process process)
    {
        _process = process;
        _pumps = Task.WhenAll(PumpAsync(process.StandardOutput, _output), PumpAsync(process.StandardError, _error));
    }

    public int Id => _process.Id;

    public string StandardOutput => _output.ToString();

    public string StandardError => _error.ToString();

    /// <exception cref="InvalidOperationException">The program could not be started; the message says which one and why.</exception>
    public static ChildProcess Start(ChildProcessStart start)
    {
        try
        {
            var process = Process.Start(start.ToStartInfo()) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
            process.StandardInput.Close();
            return new ChildProcess(process);
        }
        catch (Win32Exception exception)
        {
            throw new InvalidOperationException($"Cannot start {start.FileName}: {exception.Message}", exception);
        }
    }

    /// <summary>Runs a program to its end, or kills its whole tree when the time is up.</summary>
    public static async Task<ChildProcessResult> RunAsync(ChildProcessStart start, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        await using var child = Start(start);
        return await child.WaitForExitAsync(timeout, cancellationToken);
    }

    /// <summary>Waits for the end; kills the whole tree when the time is up.</summary>
    public async Task<ChildProcessResult> WaitForExitAsync(TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        int? exitCode = null;
        try
        {
            await _process.WaitForExitAsync(limit.Token);
            exitCode = _process.ExitCode;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            KillTree();
        }

        await DrainAsync();
        return new ChildProcessResult(exitCode, StandardOutput, StandardError, Stopwatch.GetElapsedTime(_started));
    }

    /// <summary>The first line of standard output that matches, already there or still to come.</summary>
    /// <exception cref="InvalidOperationException">The program ended first, or the time was up; the message holds what it said.</exception>
    public async Task<string> WaitForLineAsync(Func<string, bool> match, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        string? line = null;
        try
        {
            line = await _output.WaitAsync(match, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Told below, together with what the program said.
        }

        return line ?? throw new InvalidOperationException(
            $"The program {(_process.HasExited ? $"ended with code {_process.ExitCode}" : "ran on")} without the expected line."
            + $"\n--- stdout\n{StandardOutput}\n--- stderr\n{StandardError}");
    }

    /// <summary>Asks the program to end, as a service manager does (SIGTERM). On Windows there is no such request: it is killed.</summary>
    public void Terminate()
    {
        if (OperatingSystem.IsWindows())
        {
            KillTree();
        }
        else if (!_process.HasExited)
        {
            _ = SendSignal(_process.Id, SigTerm);
        }
    }

    /// <summary>Sends SIGHUP.</summary>
    public void HangUp() => _ = SendSignal(_process.Id, SigHup);

    public void KillTree()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    public async ValueTask DisposeAsync()
    {
        KillTree();
        await DrainAsync();
        _process.Dispose();
    }

    private const int SigHup = 1;
    private const int SigTerm = 15;

    // A grandchild that escaped the tree may hold the pipes open; its output is not worth a hanging test.
    private Task DrainAsync() => Task.WhenAny(_pumps, Task.Delay(TimeSpan.FromSeconds(5), CancellationToken.None));

    private static async Task PumpAsync(StreamReader reader, OutputLines lines)
    {
        while (await reader.ReadLineAsync(CancellationToken.None) is { } line)
        {
            lines.Add(line);
        }

        lines.Complete();
    }

#pragma warning disable SYSLIB1054 // A generated import would need unsafe code in this project for one call in tests.
    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int processId, int signal);
#pragma warning restore SYSLIB1054
}
