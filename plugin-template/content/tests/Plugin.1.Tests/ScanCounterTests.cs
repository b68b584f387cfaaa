using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace Plugin._1.Tests;

public sealed class ScanCounterTests
{
    [Fact]
    public async Task Metrics_AfterAScan_HaveCountedIt()
    {
        await using var host = await Plugin.LoadAsync();

        await host.CallAsync<IPostScanHook, bool>(static hook =>
        {
            hook.OnScanned(new PostScanContext
            {
                Request = new RequestInfo(1, Guid.Empty, "POST", "/v1/messages"), Result = new ScanResult(), Body = [], Provider = "anthropic", Model = null, Session = SessionContext.Empty,
            });
            return true;
        });

        Assert.Contains("SAMPLE_WORD_scans_total 1\n", await host.CallAsync<IMetricsHook, string>(static hook => hook.GetMetrics()), StringComparison.Ordinal);
    }
}
