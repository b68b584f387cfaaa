using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Decoding;

namespace LumenArgus.Tests.Configuration;

/// <summary>The sections that change what is found: allowlists, custom rules, decoding.</summary>
public sealed class DetectionConfigTests : IDisposable
{
    private readonly ConfigFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void Read_AllKeys_GivesTheirValues()
    {
        var config = _fixture.ReadValid("""
            allowlists:
              secrets: [AKIAIOSFODNN7EXAMPLE, "sk-test-*"]
              pii: ["*@example.com"]
              paths: ["test/**"]
              inline_comments: true
            custom_rules:
              - name: ticket
                pattern: 'INT-\d{6}'
              - name: ticket
                detector: tickets
                title: A ticket
                description: Of the tracker
                pattern: '[0-9]{6}'
                severity: critical
                action: block
                keywords: [ticket]
                keyword_distance: 20
                secret_group: 0
                entropy_floor: 1.5
              - {name: token, format: "tok_<alnum:20>", action: ""}
            pipeline:
              stages:
                encoding_decode: {enabled: false, base64: false, hex: false, url: false, unicode: false, max_depth: 5, min_decoded_length: 100, max_decoded_length: 2_000_000}
            """);

        config.Allowlists.Secrets.ShouldBe(["AKIAIOSFODNN7EXAMPLE", "sk-test-*"]);
        config.Allowlists.Pii.ShouldBe(["*@example.com"]);
        config.Allowlists.Paths.ShouldBe(["test/**"]);
        config.Allowlists.InlineComments.ShouldBeTrue();
        config.CustomRules.Length.ShouldBe(3);
        var first = config.CustomRules[0];
        first.Action.ShouldBeNull();
        (first.Rule.Name, first.Rule.Detector, first.Rule.Severity).ShouldBe(("ticket", "custom", Severity.High));
        var second = config.CustomRules[1];
        second.Action.ShouldBe(PolicyAction.Block);
        second.Rule.Keywords.ShouldBe(["ticket"]);
        (second.Rule with { Keywords = [] }).ShouldBe(new DetectionRule
        {
            Name = "ticket",
            Detector = "tickets",
            Title = "A ticket",
            Description = "Of the tracker",
            Pattern = "[0-9]{6}",
            Severity = Severity.Critical,
            KeywordDistance = 20,
            EntropyFloor = 1.5,
        });
        config.CustomRules[2].Rule.Format.ShouldBe("tok_<alnum:20>");
        config.Pipeline.Decoding.ShouldBe(new DecodeOptions
        {
            Enabled = false, Base64 = false, Hex = false, Url = false, Unicode = false, MaxDepth = 5, MinDecodedLength = 100, MaxDecodedLength = 2_000_000,
        });
    }

    [Fact]
    public void Read_Mistakes_AreAllNamedWithTheirLines() => _fixture.Errors("""
        allowlists:
          secrets: [ok, ""]
          pii: none
          paths:
            - ok
            - ~
        custom_rules:
          - {name: a}
          - {name: b, pattern: '(?=x)y'}
          - {name: c, pattern: '[a-z]+'}
          - {name: d, pattern: 'dd', severity: bad, action: stop}
          - {name: e, pattern: 'ee'}
          - {name: e, pattern: 'ff'}
        pipeline:
          stages:
            encoding_decode:
              max_depth: 6
              min_decoded_length: 0
              max_decoded_length: 99
        """).ShouldBe([
        "config.yaml:2 allowlists.secrets has an entry that is empty or longer than 1024 characters",
        "config.yaml:3 allowlists.pii must be a list of texts, for example [first, second]",
        "config.yaml:6 allowlists.paths has an entry that is empty or longer than 1024 characters",
        "config.yaml:8 custom_rules[0] must have a name and a pattern (or a format)",
        .. Rejections(),
        "config.yaml:11 custom_rules[3].severity must be one of info, warning, high, critical (was bad)",
        "config.yaml:11 custom_rules[3].action must be one of log, alert, redact, block (was stop)",
        "config.yaml:13 custom_rules[5] (e) has the name of an earlier rule of detector custom",
        "config.yaml:17 pipeline.stages.encoding_decode.max_depth must be 1..5 (was 6)",
        "config.yaml:18 pipeline.stages.encoding_decode.min_decoded_length must be 1..100 (was 0)",
        "config.yaml:19 pipeline.stages.encoding_decode.max_decoded_length must be 100..67108864 (was 99)",
    ]);

    [Fact]
    public void Read_EntryThatMatchesEverything_Warns() => _fixture.Warnings("""
        allowlists:
          secrets: ["*"]
          pii: ["?**", "*@*"]
          paths: ["**", "/**/*", "*/**"]
        """).ShouldBe([
        "config.yaml:2 allowlists.secrets has an entry that matches every value: nothing of these detectors is reported any more",
        "config.yaml:3 allowlists.pii has an entry that matches every value: nothing of these detectors is reported any more",
        "config.yaml:4 allowlists.paths has an entry that matches every path: no file is scanned any more",
        "config.yaml:4 allowlists.paths has an entry that matches every path: no file is scanned any more",
        "config.yaml:4 allowlists.paths has an entry that matches every path: no file is scanned any more",
    ]);

    [Fact]
    public void UnknownDetectors_DetectorOfACustomRule_IsKnown()
    {
        var result = _fixture.Read("""
            custom_rules: [{name: a, pattern: 'aa', detector: mine}]
            detectors: {mine: {action: log}, custom: {action: log}, min: {action: log}}
            """);

        result.Source.UnknownDetectors(result.Config!, []).Select(problem => problem.Key).ShouldBe(["detectors.min"]);
    }

    // The reason is the index's own; here only that it is there.
    private IEnumerable<string> Rejections() => _fixture.Errors("""
        #
        #
        #
        #
        #
        #
        custom_rules:
          - {name: fine, pattern: 'fine'}
          - {name: b, pattern: '(?=x)y'}
          - {name: c, pattern: '[a-z]+'}
        """).Select(error =>
    {
        error.ShouldContain(") cannot be used: ");
        return error;
    });
}
