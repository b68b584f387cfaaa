using System.Runtime.InteropServices;

namespace LumenArgus.Benchmarks.Roles;

/// <summary>
/// The two calls that .NET does not offer: the CPU clock of another process in nanoseconds (<c>/proc/PID/stat</c> counts steps of 10 ms,
/// too coarse for a second of light load) and a polite signal (nginx reaps its workers only when it is asked to end).
/// </summary>
internal static partial class LibC
{
    private const int Terminate = 15;

    /// <summary>CPU time of all threads, past ones included; zero when the process is gone. See clock_getcpuclockid(3).</summary>
    public static TimeSpan CpuTime(int process) =>
        ClockGetCpuClockId(process, out var clock) == 0 && ClockGetTime(clock, out var time) == 0
            ? TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1000.0)
            : TimeSpan.Zero;

    public static void AskToEnd(int process) => _ = Kill(process, Terminate);

    [LibraryImport("libc", EntryPoint = "clock_getcpuclockid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int ClockGetCpuClockId(int process, out int clock);

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int ClockGetTime(int clock, out TimeSpec time);

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Kill(int process, int signal);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct TimeSpec
    {
        public readonly nint Seconds;
        public readonly nint Nanoseconds;
    }
}
