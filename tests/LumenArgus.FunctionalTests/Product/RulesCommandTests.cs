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

    [Theory]
    [InlineData("list")]
    [InlineData("export")]
    public async Task List_UnknownDetector_NamesThoseThatAreThere(string verb)
    {
        _fixture.Configure("custom_rules: [{name: ticket, pattern: 'INT-\\d{6}'}]");

        var result = await _fixture.RunAsync("rules", verb, "--detector", "secretz");

        (result.ExitCode, result.Output).ShouldBe((2, ""));
        result.Error.ShouldBe("lumen-argus: there is no detector secretz with rules; there are custom, pii, proprietary, secrets\n");
    }

    [Fact]
    public async Task Disable_Rules_CountsForScanAndListToo()
    {
        _fixture.Configure("custom_rules: [{name: ticket, pattern: 'INT-\\d{6}'}]");
        (await _fixture.RunAsync("key " + Bodies.AwsKey, ["scan"])).ExitCode.ShouldNotBe(0);

        var disabled = await _fixture.RunAsync("rules", "disable", "aws_access_key", "custom.ticket");
        var again = await _fixture.RunAsync("rules", "disable", "aws_access_key");

        (disabled.ExitCode, disabled.Output).ShouldBe((0, "secrets.aws_access_key is disabled\ncustom.ticket is disabled\n"), disabled.Error);
        again.Output.ShouldBe("secrets.aws_access_key is already disabled\n");
        (await _fixture.RunAsync("rules", "list")).Output.Split('\n').ShouldContain(static line => line.Contains(" aws_access_key ") && line.Contains(" disabled"));
        (await _fixture.RunAsync($"key {Bodies.AwsKey} INT-123456", ["scan"])).ExitCode.ShouldBe(0);
        (await _fixture.RunAsync("rules", "enable", "aws_access_key")).ExitCode.ShouldBe(0);
        (await _fixture.RunAsync("key " + Bodies.AwsKey, ["scan"])).ExitCode.ShouldNotBe(0);
    }

    [Fact]
    public async Task Disable_UnknownRule_ChangesNothing()
    {
        var result = await _fixture.RunAsync("rules", "disable", "aws_access_key", "aws_acces_key");

        result.ExitCode.ShouldBe(1);
        result.Error.ShouldContain("there is no rule aws_acces_key; did you mean 'aws_access_key'?");
        result.Output.ShouldBeEmpty();
        (await _fixture.RunAsync("key " + Bodies.AwsKey, ["scan"])).ExitCode.ShouldNotBe(0);
    }

    [Fact]
    public async Task Disable_NoDatabase_Fails()
    {
        _fixture.Configure("analytics: {enabled: false}");

        var result = await _fixture.RunAsync("rules", "disable", "aws_access_key");

        result.ExitCode.ShouldBe(1);
        result.Error.ShouldContain("analytics.enabled is false");
    }

    [Fact]
    public async Task Show_Rule_TellsItsStateAndWhereItComesFrom()
    {
        var shown = await _fixture.RunAsync("rules", "show", "secrets.aws_access_key");
        var unknown = await _fixture.RunAsync("rules", "show", "nothing_like_it");

        shown.ExitCode.ShouldBe(0);
        shown.Output.ShouldStartWith("secrets.aws_access_key\n");
        shown.Output.ShouldContain("  state         enabled\n");
        shown.Output.ShouldContain("  from          lumenargus.secrets\n");
        unknown.ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task Export_Rules_CanBeImportedElsewhere()
    {
        _fixture.Configure("custom_rules: [{name: ticket, title: A ticket, pattern: 'INT-\\d{6}', action: block, entropy_floor: 1.5}]");
        var exported = await _fixture.RunAsync("rules", "export", "--tier", "custom");
        exported.Error.ShouldBeEmpty();
        var path = _fixture.Write("exported.json", exported.Output);
        System.Text.Json.JsonDocument.Parse(exported.Output).RootElement.GetProperty("version").GetString().ShouldBe("0.4.0");

        using var other = new ScanFixture();
        var imported = await other.RunAsync("rules", "import", "--file", path);
        var again = await other.RunAsync("rules", "import", "--file", path);

        (imported.ExitCode, imported.Output).ShouldBe((0, $"{path}: 1 new, 0 changed, 0 gone\n"), imported.Error);
        again.Output.ShouldBe($"{path}: 0 new, 0 changed, 0 gone\n");
        (await other.RunAsync("rules", "export", "--tier", "custom")).Output.ShouldBe(exported.Output);
        (await other.RunAsync("see INT-123456", ["scan"])).ExitCode.ShouldBe(1);
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
    [InlineData("missing.json", "cannot be read")]
    [InlineData("broken.json", "broken.json:")]
    [InlineData("sub", "lumen-argus: sub cannot be read: it is a folder, not a file")]
    public async Task Validate_NoRuleFile_Fails(string name, string problem)
    {
        Directory.CreateDirectory(_fixture.File("sub"));
        _fixture.Write("broken.json", "{\n");

        var result = await _fixture.RunAsync("rules", "validate", "--file", name);

        result.ExitCode.ShouldBe(1);
        result.Error.ShouldContain(name);
        result.Error.ShouldContain(problem);
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
