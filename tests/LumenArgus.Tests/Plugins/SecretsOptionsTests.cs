using LumenArgus.Plugins.Secrets;

namespace LumenArgus.Tests.Plugins;

public sealed class SecretsOptionsTests
{
    private const string Key = "detectors:secrets:entropy_threshold";

    [Theory]
    [InlineData("4.5", 4.5, 3.2)]
    [InlineData("3", 3, 3)]
    [InlineData("0", 0, 0)]
    [InlineData("10", 8, 3.2)]
    public void Configure_Threshold_SetsTheFloors(string value, double generic, double vendor)
    {
        var rules = PluginUnderTest.Load(new SecretsPlugin(), (Key, value)).Rules;

        rules.Single(rule => rule.Name == "generic_secret").EntropyFloor.ShouldBe(generic * ShareOf(16), tolerance: 1e-9);
        rules.Single(rule => rule.Name == "generic_password").EntropyFloor.ShouldBe(generic * ShareOf(8), tolerance: 1e-9);
        rules.Single(rule => rule.Name == "high_entropy_string").EntropyFloor.ShouldBe(generic);
        rules.Single(rule => rule.Name == "pagerduty_key").EntropyFloor.ShouldBe(vendor);
    }

    [Theory]
    [InlineData("4.5", true)]
    [InlineData("5", true)]
    [InlineData("6", false)]
    [InlineData("10", false)]
    public void Configure_Threshold_DecidesWhichNamedSecretsCount(string value, bool valid)
    {
        var plugin = PluginUnderTest.Load(new SecretsPlugin(), (Key, value));

        // 15 characters, two of them twice: 3.64 bits of the 3.91 that 15 can have.
        plugin.Validators["named_secret"].IsValid("hV7kq92LmzPwQ7z").ShouldBe(valid);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("10.5")]
    [InlineData("4,5")]
    [InlineData("high")]
    public void Configure_ThresholdOutOfRange_IsRefusedWithTheKey(string value)
    {
        var error = Should.Throw<InvalidOperationException>(() => PluginUnderTest.Load(new SecretsPlugin(), (Key, value)));

        error.Message.ShouldContain("detectors.secrets.entropy_threshold");
        error.Message.ShouldContain(value);
    }

    // 85% of what hex digits have on average, see Options.FloorFor.
    private static double ShareOf(int length) => 0.85 * (Math.Log2(length) - ((length - 1) / 16.0)) / 4.5;
}
