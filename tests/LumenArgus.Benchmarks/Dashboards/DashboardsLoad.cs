namespace LumenArgus.Benchmarks.Dashboards;

/// <summary>Who looks while requests are measured.</summary>
/// <param name="Name">In words.</param>
/// <param name="Readers">Live streams that are read.</param>
/// <param name="Slow">Live streams that are not.</param>
/// <param name="AsksLikeAPage">Whether each reader also asks what an open overview asks.</param>
internal sealed record DashboardsLoad(string Name, int Readers, int Slow, bool AsksLikeAPage);
