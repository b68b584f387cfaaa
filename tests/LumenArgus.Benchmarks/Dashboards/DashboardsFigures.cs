using LumenArgus.Benchmarks.Findings;

namespace LumenArgus.Benchmarks.Dashboards;

/// <summary>One load in one round.</summary>
/// <param name="Requests">What the tools saw.</param>
/// <param name="Watched">What the dashboards saw.</param>
/// <param name="Resident">Memory of the product at the end, bytes.</param>
internal sealed record DashboardsFigures(FindingsFigures Requests, WatchersSummary Watched, long Resident);
