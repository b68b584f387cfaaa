namespace LumenArgus.FunctionalTests.Product;

/// <summary><c>lumen-argus rules</c>.</summary>
public sealed class RulesCommandTests : IDisposable
{
    private readonly ScanFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task List_Rules_ShowsThoseOfPluginsAndConfiguration()
    {
        _fixture.Configure("custom_rules: [{name: ticket, title: A ticket, pattern: 'INT-\\d{6}', action: block}]\ndetectors: {pii: {enabled: false}}");

        var text = (await _fixture.RunAsync("rules", "list")).Output.Split('\n');
        var custom = (await _fixture.RunAsync("rules", "list", "--tier", "custom", "-f", "json")).Lines.ShouldHaveSingleItem();

        text[0].ShouldStartWith("DETECTOR ");
        text.ShouldContain(static line => line.StartsWith("secrets ") && line.Contains(" aws_access_key ") && line.Contains(" enabled"));
        text.ShouldContain(static line => line.StartsWith("pii ") && line.Contains(" disabled"));
        text.ShouldContain(static line => line.EndsWith("A ticket"));
        custom.GetProperty("name").GetString().ShouldBe("ticket");
        custom.GetProperty("action").GetString().ShouldBe("block");
        custom.GetProperty("source").GetString().ShouldBe("config");
    }

    [Fact]
    public async Task Validate_File_NamesEachProblemWithItsLine()
    {
        _fixture.Write("good.json", """
            {"version": "1", "tier": "custom", "rules": [{
              "name": "good", "detector": "mine", "severity": "high", "title": "Good", "source": "https://example.com/format",
              "pattern": "good_[a-z]{8}", "positives": ["good_abcdefgh", "x good_abcdefgh", "good_hgfedcba"],
              "negatives": ["good_abc", "bad_abcdefgh", "good-abcdefgh"], "evasions": ["\"good_abcdefgh\""]}]}
            """);
        _fixture.Write("bad.json", """
            {"rules": [
              {"name": "look", "detector": "mine", "severity": "high", "pattern": "(?=x)y"},
              {"name": "wrong", "detector": "mine", "severity": "high", "title": "W", "source": "https://example.com/",
               "pattern": "wrong_[0-9]{4}", "positives": ["wrong_abcd"]},
              {"name": "key", "detector": "mine", "severity": "bad", "pattern": "x"}
            ]}
            """);

        var good = await _fixture.RunAsync("rules", "validate", "--file", "good.json");
        (good.ExitCode, good.Output, good.Error).ShouldBe((0, "good.json: 1 rule(s), 0 problem(s)\n", ""));
        var bad = await _fixture.RunAsync("rules", "validate", "--file", "bad.json");

        bad.ExitCode.ShouldBe(1);
        bad.Error.ShouldContain("bad.json:2: look: pattern:");
        bad.Error.ShouldContain("bad.json:3: wrong: positive 1 is not found");
        bad.Error.ShouldContain("bad.json:5: key: severity must be one of");
    }

    [Theory]
    [InlineData("missing.json")]
    [InlineData("broken.json")]
    public async Task Validate_NoRuleFile_Fails(string name)
    {
        _fixture.Write("broken.json", "{\n");

        var result = await _fixture.RunAsync("rules", "validate", "--file", name);

        result.ExitCode.ShouldBe(1);
        result.Error.ShouldContain(name);
    }

    [Fact]
    public async Task Test_Text_ShowsRulesPlacesAndPreviews()
    {
        var found = await _fixture.RunAsync("x\nkey " + Bodies.AwsKey, ["rules", "test", "-"]);
        var nothing = await _fixture.RunAsync("rules", "test", "hello");

        found.ExitCode.ShouldBe(0);
        found.Output.ShouldContain("secrets.aws_access_key at 2:5: critical");
        found.Output.ShouldContain("AKIA****");
        found.Output.ShouldNotContain(Bodies.AwsKey);
        nothing.Output.ShouldBe("No rule finds anything.\n");
    }
}
