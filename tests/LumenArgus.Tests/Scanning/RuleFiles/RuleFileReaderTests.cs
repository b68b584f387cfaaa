using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Rules.Files;

namespace LumenArgus.Tests.Scanning.RuleFiles;

public sealed class RuleFileReaderTests
{
    [Fact]
    public void Read_AllKeys_GivesTheirValues()
    {
        var file = Read("""
            {
              "version": "0.6.0", "tier": "community",
              "rules": [
                {"name": "old", "pattern": "old_[a-z]{8}", "detector": "secrets", "severity": "critical", "description": "d", "tags": ["a"],
                 "validator": "", "entropy_context": true, "action": "block"},
                {"name": "new", "detector": "secrets", "severity": "info", "title": "t", "format": "new_<alnum:20>", "source": "https://example.com/",
                 "validator": "luhn", "keywords": ["new"], "keyword_distance": 5, "window_bytes": 100, "secret_group": 1, "entropy_floor": 2.5,
                 "generic": true, "target": "source_file_name", "stages": ["request", "mcp"], "except_roles": ["property_name", "tool_definition"],
                 "positives": ["p"], "negatives": ["n"], "evasions": ["e"], "examples": ["x"]},
              ]
            }
            """);

        file.Problems.ShouldBeEmpty();
        (file.Version, file.Tier).ShouldBe(("0.6.0", "community"));
        var old = file.Rules[0];
        (old.Rule.Name, old.Rule.Severity, old.Rule.Validator, old.Action, old.Line).ShouldBe(("old", Severity.Critical, null, PolicyAction.Block, 4));
        old.Rule.Tags.ShouldBe(["a"]);
        var rule = file.Rules[1].Rule;
        rule.Stages.ShouldBe(RuleStages.Request | RuleStages.Mcp);
        rule.ExceptRoles.ShouldBe([FieldRole.PropertyName, FieldRole.ToolDefinition]);
        (rule.Title, rule.Format, rule.Source, rule.Validator, rule.KeywordDistance, rule.WindowBytes, rule.SecretGroup, rule.EntropyFloor)
            .ShouldBe(("t", "new_<alnum:20>", "https://example.com/", "luhn", 5, 100, 1, 2.5));
        (rule.Generic, rule.Target).ShouldBe((true, RuleTarget.SourceFileName));
        (rule.Keywords[0], rule.Positives[0], rule.Negatives[0], rule.Evasions[0], rule.Examples[0]).ShouldBe(("new", "p", "n", "e", "x"));
    }

    [Fact]
    public void Read_Mistakes_AreAllNamedWithTheirLines() => Problems("""
        {
          "rules": [
            {"name": "a", "detector": "secrets", "severity": "high"},
            {"name": "b", "detector": "secrets", "severity": "bad", "pattern": 7,
             "keywords": "x",
             "stages": ["soon"],
             "patern": "y"},
            5,
            {"detector": "secrets", "severity": "high", "pattern": "x"},
            {"name": "c", "detector": "secrets", "severity": "high", "pattern": "x"},
            {"name": "c", "detector": "secrets", "severity": "high", "pattern": "y"}
          ],
          "more": {}
        }
        """).ShouldBe([
        "3 a: pattern is missing (or a format)",
        "4 b: severity must be one of info, warning, high, critical",
        "4 b: pattern must be a text",
        "5 b: keywords must be a list of texts",
        "6 b: an item of stages must be one of request, response, mcp, all",
        "7 b: patern is not a known key",
        "8 rules[2]: must be an object",
        "9 rules[3]: name is missing",
        "11 c: has the name of the rule in line 10",
        "13 : more is not a known key; known are version, tier and rules",
    ]);

    [Theory]
    [InlineData("tags")]
    [InlineData("keywords")]
    [InlineData("positives")]
    public void Read_ListWithNull_IsAMistake(string key) =>
        Problems($$"""{"rules": [{"name": "a", "detector": "secrets", "severity": "high", "pattern": "abc", "{{key}}": ["x", null]}]}""").ShouldBe([$"1 a: an item of {key} must be a text"]);

    [Theory]
    [InlineData("", 1)]
    [InlineData("[]", 1)]
    [InlineData("{}", 1)]
    [InlineData("{\"rules\":[]}\nx", 2)]
    [InlineData("{\n\"rules\": [\n{]\n", 3)]
    [InlineData("{\"version\":\"\\ud800\",\"rules\":[]}", 1)]
    public void Read_NoRuleFile_SaysWhere(string json, int line) => Read(json).Problems[0].Line.ShouldBe(line);

    [Fact]
    public void Read_MistakeInAnExample_DoesNotQuoteIt() =>
        string.Concat(Problems("""{"rules": [{"name": "a", "severity": "sk_live_1234", "detector": "d", "pattern": "x"}]}""")).ShouldNotContain("sk_live");

    private static RuleFile Read(string json) => RuleFileReader.Read(Encoding.UTF8.GetBytes(json));

    private static string[] Problems(string json) => [.. Read(json).Problems.Select(problem => $"{problem.Line} {problem.Rule}: {problem.Message}")];
}
