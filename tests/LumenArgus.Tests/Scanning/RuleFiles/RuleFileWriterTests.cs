using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Configuration.Changes;
using LumenArgus.Scanning.Rules.Files;

namespace LumenArgus.Tests.Scanning.RuleFiles;

public sealed class RuleFileWriterTests
{
    private static readonly DetectionRule Full = new()
    {
        Name = "full",
        Detector = "mine",
        Severity = Severity.Critical,
        Title = "t",
        Pattern = """a"\\d{4}ü""",
        Format = "new_<alnum:20>",
        Keywords = ["new", "k"],
        KeywordDistance = 5,
        WindowBytes = 100,
        SecretGroup = 1,
        EntropyFloor = 2.5,
        Validator = "luhn",
        Stages = RuleStages.Request | RuleStages.Mcp,
        Target = RuleTarget.SourceFileName,
        ExceptRoles = [FieldRole.PropertyName, FieldRole.ToolDefinition],
        Generic = true,
        Description = "d",
        Source = "https://example.com/",
        Tags = ["a", "b"],
        Examples = ["x"],
        Positives = ["p"],
        Negatives = ["n"],
        Evasions = ["e"],
    };

    [Fact]
    public void Write_Rules_AreReadBackWithoutALoss()
    {
        RuleFileEntry[] rules =
        [
            new(Full, PolicyAction.Block, 0) { Enabled = false },
            new(new DetectionRule { Name = "short", Detector = "mine", Severity = Severity.Info, Pattern = "short_[0-9]{4}" }, null, 0),
            new(new DetectionRule { Name = "never", Detector = "mine", Severity = Severity.Info, Pattern = "never_[0-9]{4}", Stages = RuleStages.None }, null, 0),
        ];
        using var stream = new MemoryStream();

        RuleFileWriter.Write(stream, "0.4.0", "custom", rules);
        var file = RuleFileReader.Read(stream.ToArray());

        file.Problems.ShouldBeEmpty();
        (file.Version, file.Tier).ShouldBe(("0.4.0", "custom"));
        file.Rules.Select(RuleFileWriter.ToJson).ShouldBe(rules.Select(RuleFileWriter.ToJson));
        var read = file.Rules[0];
        (read.Action, read.Enabled).ShouldBe((PolicyAction.Block, false));
        RuleEquality.AreSame(read.Rule, Full).ShouldBeTrue();
    }

    [Fact]
    public void ToJson_Rule_IsOneLineWithTheKeysOfTheOriginalFirst() => RuleFileWriter.ToJson(
        new RuleFileEntry(new DetectionRule { Name = "short", Detector = "mine", Severity = Severity.Info, Pattern = "s_[0-9]{4}" }, null, 0)).ShouldBe(
        """{"name":"short","pattern":"s_[0-9]{4}","detector":"mine","severity":"info","action":"","enabled":true,"description":"","tags":[],"validator":""}""");
}
