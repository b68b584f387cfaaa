using LumenArgus.Abstractions.Model;

namespace LumenArgus.Scanning.Rules.Files;

/// <summary>The words of rule files.</summary>
internal static class RuleFileNames
{
    public static readonly (string Name, Severity Value)[] Severities =
    [
        ("info", Severity.Info), ("warning", Severity.Warning), ("high", Severity.High), ("critical", Severity.Critical),
    ];

    public static readonly (string Name, PolicyAction? Value)[] Actions =
    [
        ("", null), ("log", PolicyAction.Log), ("alert", PolicyAction.Alert), ("redact", PolicyAction.Redact), ("block", PolicyAction.Block),
    ];

    public static readonly (string Name, RuleTarget Value)[] Targets = [("content", RuleTarget.Content), ("source_file_name", RuleTarget.SourceFileName)];

    public static readonly (string Name, RuleStages Value)[] Stages =
    [
        ("request", RuleStages.Request), ("response", RuleStages.Response), ("mcp", RuleStages.Mcp), ("all", RuleStages.All),
    ];

    public static readonly (string Name, FieldRole Value)[] Roles = [.. Enum.GetValues<FieldRole>().Select(static role => (NameOf(role), role))];

    public static string Of<T>((string Name, T Value)[] names, T value) =>
        names.First(each => EqualityComparer<T>.Default.Equals(each.Value, value)).Name;

    // PropertyName is property_name.
    private static string NameOf(FieldRole role) =>
        string.Concat(role.ToString().Select(static (letter, i) => char.IsAsciiLetterUpper(letter) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(letter) : letter.ToString()));
}
