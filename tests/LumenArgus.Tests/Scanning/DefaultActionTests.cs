using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Policy;

namespace LumenArgus.Tests.Scanning;

public sealed class DefaultActionTests
{
    [Theory]
    [InlineData(Severity.Critical, PolicyAction.Block)]
    [InlineData(Severity.High, PolicyAction.Block)]
    [InlineData(Severity.Warning, PolicyAction.Alert)]
    [InlineData(Severity.Info, PolicyAction.Log)]
    public void Block_AsTheDefault_IsForSevereFindings(Severity severity, PolicyAction expected) =>
        Evaluate(PolicyAction.Block, severity).ShouldBe(expected);

    [Theory]
    [InlineData(Severity.Warning)]
    [InlineData(Severity.Info)]
    public void Block_AsTheDetectorsOwnAction_IsForAllFindings(Severity severity) =>
        Evaluate(PolicyAction.Alert, severity, new() { ["pii"] = PolicyAction.Block }).ShouldBe(PolicyAction.Block);

    [Theory]
    [InlineData(PolicyAction.Alert)]
    [InlineData(PolicyAction.Log)]
    public void OtherDefaults_AreForAllSeverities(PolicyAction action) => Evaluate(action, Severity.Info).ShouldBe(action);

    private static PolicyAction Evaluate(PolicyAction defaultAction, Severity severity, Dictionary<string, PolicyAction>? detectors = null) =>
        new PolicyEngine(new PolicyOptions(defaultAction, detectors ?? []))
            .Evaluate([new Finding { Detector = "pii", Type = "email", Severity = severity, Location = "x" }], allowRedact: false).Action;
}
