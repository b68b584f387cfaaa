namespace LumenArgus.Scanning.Rules.Validation;

/// <summary>What an index finds in a text that was written for one of its rules.</summary>
public enum RuleTrialResult
{
    /// <summary>Nothing.</summary>
    Missed = 0,

    /// <summary>Something, by another rule: of two that fit one value the more specific one is reported.</summary>
    FoundByAnother,

    /// <summary>What the rule is for.</summary>
    Found,
}
