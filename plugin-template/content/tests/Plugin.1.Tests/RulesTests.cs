namespace Plugin._1.Tests;

public sealed class RulesTests
{
    [Fact]
    public async Task Rules_AllOfThem_FindTheirOwnExamples()
    {
        await using var host = await Plugin.LoadAsync();

        Assert.NotEmpty(await host.ReadRulesAsync());
        Assert.Empty(await host.CheckRulesAsync());
    }

    [Fact]
    public async Task Scan_Example_ReportsTheRule()
    {
        await using var host = await Plugin.LoadAsync();
        var rule = (await host.ReadRulesAsync())[0];

        var finding = Assert.Single(await host.ScanTextAsync(rule.Positives[0]));

        Assert.Equal(rule.Name, finding.Type);
    }
}
