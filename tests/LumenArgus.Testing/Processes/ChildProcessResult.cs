namespace LumenArgus.Testing.Processes;

/// <summary>How a child process ended. <see cref="ExitCode"/> is <c>null</c> when it was killed for taking too long.</summary>
public sealed record ChildProcessResult(int? ExitCode, string StandardOutput, string StandardError, TimeSpan Duration)
{
    public bool TimedOut => ExitCode is null;

    /// <summary>All that the program said.</summary>
    public string Output => StandardOutput + "\n" + StandardError;
}
