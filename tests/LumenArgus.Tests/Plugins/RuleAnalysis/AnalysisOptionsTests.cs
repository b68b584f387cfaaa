using LumenArgus.Plugins.RuleAnalysis;
using Microsoft.Extensions.Configuration;

namespace LumenArgus.Tests.Plugins.RuleAnalysis;

public sealed class AnalysisOptionsTests
{
    [Fact]
    public void Read_AllKeys_AreTaken()
    {
        var options = Read(("samples", "20"), ("threshold", "0.9"), ("seed", "7"), ("auto_on_import", "false"), ("watchdog_total_s", "0"), ("watchdog_phase_s", "1.5"));

        options.ShouldBe(new AnalysisOptions { Samples = 20, Threshold = 0.9, Seed = 7, AutoOnImport = false, Total = TimeSpan.Zero, Phase = TimeSpan.FromSeconds(1.5) });
        Read().ShouldBe(new AnalysisOptions());
    }

    [Theory]
    [InlineData("samples", "9", "rule_analysis.samples must be a number from 10 to 1000")]
    [InlineData("threshold", "0.5", "rule_analysis.threshold must be a number from 0.51 to 1")]
    [InlineData("seed", "x", "rule_analysis.seed must be a number")]
    [InlineData("auto_on_import", "maybe", "rule_analysis.auto_on_import must be true or false")]
    [InlineData("treshold", "0.9", "rule_analysis.treshold is no setting; there are samples, threshold")]
    public void Read_WrongKeyOrValue_SaysWhich(string key, string value, string message) =>
        Should.Throw<FormatException>(() => Read((key, value))).Message.ShouldContain(message);

    private static AnalysisOptions Read(params (string Key, string Value)[] settings) =>
        AnalysisOptions.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(static each => KeyValuePair.Create(each.Key, (string?)each.Value))).Build());
}
