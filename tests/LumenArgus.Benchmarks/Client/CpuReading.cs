using System.Diagnostics;
using LumenArgus.Benchmarks.Roles;

namespace LumenArgus.Benchmarks.Client;

/// <summary>CPU time used so far by each role, and when it was read.</summary>
internal readonly record struct CpuReading(long Timestamp, TimeSpan Client, TimeSpan Upstream, TimeSpan? Proxy)
{
    public static CpuReading Take(RoleProcess upstream, Target target) =>
        new(Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime, upstream.CpuTime, target.Proxy?.CpuTime);
}
