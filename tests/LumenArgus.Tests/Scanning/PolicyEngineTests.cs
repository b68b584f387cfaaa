using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Findings;
using LumenArgus.Scanning.Policy;

namespace LumenArgus.Tests.Scanning;

public class PolicyEngineTests
{
    [Theory]
    [InlineData(PolicyAction.Alert, "", "", PolicyAction.Pass)]
    [InlineData(PolicyAction.Alert, "", "secrets", PolicyAction.Alert)]
    [InlineData(PolicyAction.Alert, "pii=Log", "pii", PolicyAction.Log)]
    [InlineData(PolicyAction.Block, "pii=Pass", "pii", PolicyAction.Pass)]
    [InlineData(PolicyAction.Log, "secrets=Block", "pii secrets", PolicyAction.Block)]
    [InlineData(PolicyAction.Redact, "pii=Alert", "pii secrets", PolicyAction.Redact)]
    public void Evaluate_Findings_StrongestOfTheirActionsWins(PolicyAction defaultAction, string overrides, string detectors, PolicyAction expected)
    {
        var actions = overrides.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(o => o.Split('='))
            .ToDictionary(o => o[0], o => Enum.Parse<PolicyAction>(o[1]), StringComparer.Ordinal);
        var findings = detectors.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(d => Of(d)).ToArray();

        var decision = new PolicyEngine(new PolicyOptions(defaultAction, actions)).Evaluate(findings, allowRedact: true);

        decision.Action.ShouldBe(expected);
        decision.Findings.Length.ShouldBe(findings.Length);
        decision.Findings.ShouldAllBe(f => f.Action != null);
    }

    [Fact]
    public void Evaluate_RedactWithoutARedactor_BecomesAlert()
    {
        var engine = new PolicyEngine(new PolicyOptions(PolicyAction.Redact, new Dictionary<string, PolicyAction>(StringComparer.Ordinal)));

        var decision = engine.Evaluate([Of("secrets"), Of("pii", PolicyAction.Log)], allowRedact: false);

        decision.Action.ShouldBe(PolicyAction.Alert);
        decision.Findings.Select(f => f.Action).ShouldBe([PolicyAction.Alert, PolicyAction.Log]);
    }

    [Fact]
    public void Evaluate_FindingOfTheHost_AlertsUnderBlockUnlessItAsksForMore()
    {
        var engine = new PolicyEngine(new PolicyOptions(PolicyAction.Block, new Dictionary<string, PolicyAction>(StringComparer.Ordinal)));

        engine.Evaluate([FrameworkFindings.Unscanned(5, "test")], allowRedact: true).Action.ShouldBe(PolicyAction.Alert);
        engine.Evaluate([FrameworkFindings.ScanError("x", "y") with { Action = PolicyAction.Block }], allowRedact: true).Action.ShouldBe(PolicyAction.Block);
    }

    private static Finding Of(string detector, PolicyAction? action = null) =>
        new() { Detector = detector, Type = "t", Severity = Severity.High, Location = "body", Action = action };
}
