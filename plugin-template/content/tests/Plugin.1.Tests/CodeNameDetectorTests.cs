using LumenArgus.Abstractions.Model;

namespace Plugin._1.Tests;

public sealed class CodeNameDetectorTests
{
    [Fact]
    public async Task Scan_CodeNames_AreFoundWhereverTheyStand()
    {
        await using var host = await Plugin.LoadAsync(("code_names:0", "blue-heron"), ("code_names:1", "red-kite"));

        var findings = await host.ScanTextAsync("blue-heron, then red-kite, then blue-heron");

        Assert.Equal([2, 1], findings.Select(static finding => finding.Count).OrderDescending());
        Assert.All(findings, static finding => Assert.Equal(("SAMPLE_WORD", "code_name", Severity.High), (finding.Detector, finding.Type, finding.Severity)));
    }

    [Fact]
    public async Task Scan_OrdinaryText_FindsNothing()
    {
        await using var host = await Plugin.LoadAsync();

        Assert.Empty(await host.ScanTextAsync("The heron is a bird."));
    }
}
