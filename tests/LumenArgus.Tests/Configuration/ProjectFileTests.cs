using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Configuration.Project;

namespace LumenArgus.Tests.Configuration;

public sealed class ProjectFileTests : IDisposable
{
    private readonly ConfigFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void Apply_StricterSettings_AreTaken()
    {
        var result = Apply("detectors: {pii: {enabled: false, action: log}}", """
            detectors:
              pii: {enabled: true, action: alert}
              secrets: {action: block}
            """);

        result.Warnings.ShouldBeEmpty();
        result.Config!.Detector("pii").ShouldBe(new DetectorConfig { Action = PolicyAction.Alert });
        result.Config.Detector("secrets").Action.ShouldBe(PolicyAction.Block);
    }

    [Fact]
    public void Apply_MilderSettings_AreRefusedWithTheLine()
    {
        var result = Apply("detectors: {pii: {action: redact}}", """
            default_action: block
            detectors:
              pii: {action: log}
              secrets:
                enabled: false
                action: log
                entropy_threshold: 8
            allowlists: {paths: ["**"]}
            custom_rules: [{name: a, pattern: aa}]
            """);

        result.Warnings.Select(warning => warning.ToString()).ShouldBe([
            ".lumen-argus.yaml:1 default_action is refused: a project file can only make the policy stricter, and as a default even block is milder for findings of low severity; set the detectors' actions",
            ".lumen-argus.yaml:3 detectors.pii.action is refused: a project file can only make the policy stricter",
            ".lumen-argus.yaml:5 detectors.secrets.enabled is refused: a project file can only make the policy stricter",
            ".lumen-argus.yaml:6 detectors.secrets.action is refused: a project file can only make the policy stricter",
            ".lumen-argus.yaml:7 detectors.secrets.entropy_threshold is refused: a project file can only make the policy stricter (enable detectors, raise their actions)",
            ".lumen-argus.yaml:8 allowlists is refused: a project file can only make the policy stricter; an allowlist belongs into your own config.yaml",
            ".lumen-argus.yaml:9 custom_rules is refused: a project file can only make the policy stricter (enable detectors, raise their actions)",
        ]);
        var config = result.Config!;
        config.DefaultAction.ShouldBe(PolicyAction.Alert);
        config.Detector("pii").Action.ShouldBe(PolicyAction.Redact);
        config.Detector("secrets").ShouldBe(new DetectorConfig());
        config.Allowlists.Paths.ShouldBeEmpty();
        config.CustomRules.ShouldBeEmpty();
    }

    [Fact]
    public void Apply_Mistake_IsAnError()
    {
        var result = Apply("", "detectors: {pii: {action: blok}}");

        result.Config.ShouldBeNull();
        result.Errors.Single().ToString().ShouldBe(".lumen-argus.yaml:1 detectors.pii.action must be one of log, alert, redact, block (was blok); did you mean 'block'?");
    }

    // The default "block" alerts warnings and logs infos, so "alert" as an own action would be milder for the severe ones.
    [Theory]
    [InlineData(PolicyAction.Block, PolicyAction.Alert, PolicyAction.Block, true)]
    [InlineData(PolicyAction.Alert, PolicyAction.Alert, PolicyAction.Block, false)]
    [InlineData(PolicyAction.Log, PolicyAction.Alert, PolicyAction.Log, false)]
    [InlineData(PolicyAction.Block, null, PolicyAction.Block, true)]
    [InlineData(PolicyAction.Redact, null, PolicyAction.Block, false)]
    [InlineData(PolicyAction.Alert, null, PolicyAction.Block, false)]
    [InlineData(PolicyAction.Alert, null, PolicyAction.Log, true)]
    [InlineData(PolicyAction.Log, null, PolicyAction.Alert, false)]
    public void IsStricter_Actions_AreComparedAsTheyTakeEffect(PolicyAction wanted, PolicyAction? own, PolicyAction defaultAction, bool expected) =>
        ProjectFile.IsStricter(wanted, own, [defaultAction]).ShouldBe(expected);

    // A detector's own action goes before that of a role, so it must not be milder than any of these.
    [Theory]
    [InlineData("alert", PolicyAction.Log, PolicyAction.Block, false)]
    [InlineData("alert", PolicyAction.Log, PolicyAction.Alert, true)]
    [InlineData("block", PolicyAction.Log, PolicyAction.Block, true)]
    public void Apply_RoleWithAnAction_IsNotUndercut(string wanted, PolicyAction defaultAction, PolicyAction role, bool isTaken)
    {
        var result = Apply(
            $"{{default_action: {defaultAction}, roles: {{user: {{action: {role}}}}}}}".ToLowerInvariant(), $"detectors: {{pii: {{action: {wanted}}}}}");

        result.Config!.Detector("pii").Action.HasValue.ShouldBe(isTaken);
    }

    private ConfigResult Apply(string config, string project) =>
        ProjectFile.Apply(_fixture.Temp.Write(ProjectFile.Name, project), _fixture.ReadValid(config), _fixture.Home);
}
