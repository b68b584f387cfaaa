using LumenArgus.Abstractions.Model;

namespace LumenArgus.Inspection.Failing;

/// <summary>One row of the fail table.</summary>
/// <param name="Case">What fails.</param>
/// <param name="Key">The key of the configuration that decides.</param>
/// <param name="When">When that is.</param>
/// <param name="Finding">Type of the finding that tells of it.</param>
/// <param name="Severity">Its severity.</param>
/// <param name="Open">What happens by default.</param>
/// <param name="Closed">What happens where the operator wants it so.</param>
public sealed record FailEntry(FailCase Case, string Key, string When, string Finding, Severity Severity, string Open, string Closed);
