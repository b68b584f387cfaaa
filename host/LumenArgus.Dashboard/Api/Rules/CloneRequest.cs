namespace LumenArgus.Dashboard.Api.Rules;

/// <summary>How the copy of a rule is named; without a name that of the rule with <c>_custom</c> behind it.</summary>
internal sealed record CloneRequest(string? NewName = null);
