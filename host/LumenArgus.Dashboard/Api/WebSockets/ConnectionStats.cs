namespace LumenArgus.Dashboard.Api.WebSockets;

/// <summary>Counts over connections.</summary>
internal sealed record ConnectionStats(long TotalConnections, long TotalFramesSent, long TotalFramesReceived, double AvgDuration, long TotalFindings);
