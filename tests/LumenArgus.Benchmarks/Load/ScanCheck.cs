using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using LumenArgus.Benchmarks.Roles;

namespace LumenArgus.Benchmarks.Load;

/// <summary>
/// Proves from LumenArgus' own metrics that the column is about scanning: a planted key is found, every byte of the load was scanned,
/// and the load itself held no finding.
/// </summary>
internal sealed class ScanCheck(Target product) : IDisposable
{
    private const string FindingsMetric = "lumen_argus_findings_total";
    private const string BytesMetric = "lumen_argus_bytes_scanned_total";

    // Not a key of anyone; put together here so that no scanner of this repository stumbles over it.
    private static readonly string PlantedKey = "AKIA" + "Z7QH2MWX4KRN5TBD";

    private readonly HttpClient _client = new() { BaseAddress = new Uri($"http://{product.Endpoint}") };
    private double _findings;
    private double _bytes;

    /// <summary>Sends the planted key; returns a note if it was not found.</summary>
    public async Task<string?> BeginAsync(CancellationToken cancellationToken)
    {
        try
        {
            var before = await SumAsync(FindingsMetric, cancellationToken);
            await SendPlantedKeyAsync(cancellationToken);
            _findings = await SumAsync(FindingsMetric, cancellationToken);
            _bytes = await SumAsync(BytesMetric, cancellationToken);
            return _findings > before ? null : $"**{Product.Name} did not find a planted key: its column is forwarding without scanning.**";
        }
        catch (HttpRequestException problem)
        {
            return Unreadable(problem);
        }
    }

    /// <summary>What was scanned since <see cref="BeginAsync"/>.</summary>
    public async Task<string> EndAsync(long bodyBytesSent, CancellationToken cancellationToken)
    {
        try
        {
            var scanned = await SumAsync(BytesMetric, cancellationToken) - _bytes;
            var findings = await SumAsync(FindingsMetric, cancellationToken) - _findings;
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{Product.Name} scanned {scanned / 1e6:F0} MB of {bodyBytesSent / 1e6:F0} MB of bodies sent to it and reported {findings:F0} findings (0 expected: clean traffic).");
        }
        catch (HttpRequestException problem)
        {
            // The figures are still worth their report.
            return Unreadable(problem);
        }
    }

    public void Dispose() => _client.Dispose();

    private static string Unreadable(HttpRequestException problem) => $"**Whether {Product.Name} scanned is not known: {problem.Message}**";

    private async Task SendPlantedKeyAsync(CancellationToken cancellationToken)
    {
        using var content = new StringContent(
            $$"""{"model":"claude-sonnet-4-5","max_tokens":1,"messages":[{"role":"user","content":"my key is {{PlantedKey}}"}]}""",
            Encoding.UTF8,
            new MediaTypeHeaderValue("application/json"));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/v1/messages", UriKind.Relative)) { Content = content };
        request.Headers.Add("anthropic-version", "2023-06-01");
        using var response = await _client.SendAsync(request, cancellationToken);
    }

    private async Task<double> SumAsync(string metric, CancellationToken cancellationToken)
    {
        var text = await _client.GetStringAsync(new Uri("/metrics", UriKind.Relative), cancellationToken);
        return text.Split('\n')
            .Where(line => line.StartsWith(metric, StringComparison.Ordinal) && line.Length > metric.Length && line[metric.Length] is ' ' or '{')
            .Sum(static line => double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture));
    }
}
