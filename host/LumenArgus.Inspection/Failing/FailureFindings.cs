using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Scanning.Findings;

namespace LumenArgus.Inspection.Failing;

/// <summary>Findings of the host whose action the fail table decides: open forwards and alerts, closed blocks; it is never silent.</summary>
public static class FailureFindings
{
    /// <summary>Makes a finding.</summary>
    /// <param name="mode">What the fail table says.</param>
    /// <param name="type">One of the types of <see cref="FrameworkFindings"/>.</param>
    /// <param name="severity">How bad it is.</param>
    /// <param name="location">Where, for example <c>pipeline</c> or <c>request_body</c>.</param>
    /// <param name="detail">What happened, in words, without any text of the body.</param>
    /// <returns>The finding with its action.</returns>
    public static Finding Create(FailMode mode, string type, Severity severity, string location, string detail) => new()
    {
        Detector = FrameworkFindings.Detector,
        Type = type,
        Severity = severity,
        Location = location,
        Detail = detail,
        Origin = FindingOrigin.Framework,
        Action = ActionFor(mode),
    };

    /// <summary>What a mode of the fail table means for an exchange.</summary>
    /// <param name="mode">The mode.</param>
    /// <returns>Block or alert.</returns>
    public static PolicyAction ActionFor(FailMode mode) => mode == FailMode.Closed ? PolicyAction.Block : PolicyAction.Alert;
}
