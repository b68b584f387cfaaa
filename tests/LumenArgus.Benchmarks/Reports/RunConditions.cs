using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace LumenArgus.Benchmarks.Reports;

/// <summary>On what and under which load the figures were taken: without that they cannot be compared with another day's.</summary>
internal sealed record RunConditions(DateTimeOffset Started, long Timestamp, string LoadBefore, string LoadAfter, TimeSpan Took)
{
    /// <summary>Version with the commit that the SDK stamps into it.</summary>
    public static string Version => typeof(RunConditions).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "?";

    public static string Machine => $"{Processor()}, {Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}";

    public static RunConditions Begin() => new(TimeProvider.System.GetUtcNow(), Stopwatch.GetTimestamp(), LoadAverage(), "", TimeSpan.Zero);

    public RunConditions End() => this with { LoadAfter = LoadAverage(), Took = Stopwatch.GetElapsedTime(Timestamp) };

    // The three averages of 1, 5 and 15 minutes; see proc_loadavg(5).
    private static string LoadAverage() => string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ').Take(3));

    private static string Processor() => File.ReadLines("/proc/cpuinfo")
        .Where(static line => line.StartsWith("model name", StringComparison.Ordinal))
        .Select(static line => line[(line.IndexOf(':') + 1)..].Trim())
        .FirstOrDefault("unknown processor");
}
