using System.Globalization;
using LumenArgus.Benchmarks.Roles;

namespace LumenArgus.Benchmarks.Findings;

/// <summary>What the product itself counts.</summary>
internal sealed class ProductMetrics(Target product) : IDisposable
{
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(100);

    private readonly HttpClient _client = new() { BaseAddress = new Uri($"http://{product.Endpoint}") };

    /// <summary>Waits until the database has caught up: what one load left must not be written during the next.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        while (Sum(await LinesAsync(cancellationToken), "lumen_argus_store_queue") > 0)
        {
            await Task.Delay(PollEvery, cancellationToken);
        }
    }

    public async Task<(double Found, double Stored, double Lost)> ReadAsync(CancellationToken cancellationToken)
    {
        var lines = await LinesAsync(cancellationToken);
        return (Sum(lines, "lumen_argus_findings_total"), Sum(lines, "lumen_argus_store_written_total"), Sum(lines, "lumen_argus_store_lost_total"));
    }

    public void Dispose() => _client.Dispose();

    private async Task<string[]> LinesAsync(CancellationToken cancellationToken) =>
        (await _client.GetStringAsync(new Uri("/metrics", UriKind.Relative), cancellationToken)).Split('\n');

    private static double Sum(string[] lines, string metric) => lines
        .Where(line => line.StartsWith(metric, StringComparison.Ordinal) && line.Length > metric.Length && line[metric.Length] is ' ' or '{')
        .Sum(static line => double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture));
}
