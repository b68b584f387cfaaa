namespace LumenArgus.Dashboard.Hosting;

/// <summary>How the start of a dashboard went.</summary>
/// <param name="Server">The running one; null if there is none.</param>
/// <param name="Problem">Why there is none, and what to do; null if there is one.</param>
public sealed record DashboardStart(DashboardServer? Server, string? Problem);
