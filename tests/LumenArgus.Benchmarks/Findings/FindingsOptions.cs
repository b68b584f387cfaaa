namespace LumenArgus.Benchmarks.Findings;

/// <summary>What one run covers.</summary>
/// <param name="Rate">Requests a second over all connections.</param>
/// <param name="Findings">New findings in each request.</param>
/// <param name="Connections">Connections.</param>
/// <param name="Kilobytes">Size of the rest of each body.</param>
/// <param name="Seconds">Measured time of each load and round.</param>
/// <param name="Rounds">Rounds; the median is reported.</param>
internal sealed record FindingsOptions(int Rate, int Findings, int Connections, int Kilobytes, double Seconds, int Rounds);
