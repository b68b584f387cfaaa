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

    // Own action of the detector, else the role's, else the default: as defaults both leave warnings to an alert under block.
    [Theory]
    [InlineData(null, FieldRoles.User, Severity.High, PolicyAction.Alert)]
    [InlineData(null, FieldRoles.ToolResult, Severity.High, PolicyAction.Block)]
    [InlineData(null, FieldRoles.ToolResult, Severity.Warning, PolicyAction.Alert)]
    [InlineData(null, FieldRoles.System, Severity.Critical, PolicyAction.Log)]
    [InlineData(null, FieldRoles.System | FieldRoles.User, Severity.Critical, PolicyAction.Alert)]
    [InlineData(null, FieldRoles.System | FieldRoles.ToolResult, Severity.Critical, PolicyAction.Block)]
    [InlineData(PolicyAction.Log, FieldRoles.ToolResult, Severity.High, PolicyAction.Log)]
    [InlineData(PolicyAction.Block, FieldRoles.System, Severity.Info, PolicyAction.Block)]
    public void Evaluate_RolesWithActions_StandInThePlaceOfTheDefault(PolicyAction? detector, FieldRoles roles, Severity severity, PolicyAction expected)
    {
        var detectors = new Dictionary<string, PolicyAction>(StringComparer.Ordinal);
        if (detector is { } own)
        {
            detectors["secrets"] = own;
        }

        var engine = new PolicyEngine(new PolicyOptions(PolicyAction.Alert, detectors)
        {
            RoleActions = new Dictionary<FieldRole, PolicyAction> { [FieldRole.ToolResult] = PolicyAction.Block, [FieldRole.System] = PolicyAction.Log },
        });

        engine.Evaluate([Of("secrets") with { Severity = severity, Roles = roles }], allowRedact: true).Action.ShouldBe(expected);
    }

    [Fact]
    public void Evaluate_FindingOfTheHost_HasNoRole()
    {
        var engine = new PolicyEngine(new PolicyOptions(PolicyAction.Log, new Dictionary<string, PolicyAction>(StringComparer.Ordinal))
        {
            RoleActions = new Dictionary<FieldRole, PolicyAction> { [FieldRole.Unknown] = PolicyAction.Block },
        });

        engine.Evaluate([FrameworkFindings.Unscanned(5, "test")], allowRedact: true).Action.ShouldBe(PolicyAction.Alert);
    }

    private static Finding Of(string detector, PolicyAction? action = null) =>
        new() { Detector = detector, Type = "t", Severity = Severity.High, Location = "body", Action = action };
}
