using System.Collections.Frozen;
using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Dashboard.Problems;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Rules;
using LumenArgus.Scanning.Rules.Files;
using LumenArgus.Storage;
using LumenArgus.Storage.Rules;

namespace LumenArgus.Dashboard.Api.Rules;

/// <summary>Makes rows of what somebody asks for. What a rule is stays with who brings it: of a plugin's rule only decisions can change.</summary>
internal static class RuleEdit
{
    private const int MaxName = 128;
    private const int MaxText = 2_000;
    private const int MaxTags = 50;
    private const string DefaultDetector = "secrets";

    // Under these names addresses of the API stand, and the last two no client sends as they are.
    private static readonly FrozenSet<string> Taken = FrozenSet.ToFrozenSet(["analysis", "bulk-update", "stats", "test", "titles", ".", ".."], StringComparer.OrdinalIgnoreCase);

    private static readonly ImmutableArray<PolicyAction> Actions = [PolicyAction.Log, PolicyAction.Alert, PolicyAction.Redact, PolicyAction.Block];

    /// <summary>The row of a new rule.</summary>
    public static StoredRule Add(RuleRequest request, Generation generation, string author)
    {
        var rule = Checked(request, new DetectionRule { Name = NameOf(request.Name), Detector = DefaultDetector, Severity = Severity.High }, generation);
        return Of(rule, request) with { CreatedBy = author, UpdatedBy = author };
    }

    /// <summary>The row of a copy of a rule.</summary>
    public static StoredRule Clone(StoredRule row, DetectionRule rule, string? name, Generation generation, string author)
    {
        // A format says more than its pattern, but is of who brings the rule.
        var copy = rule with { Name = NameOf(name ?? row.Name + "_custom"), Pattern = row.Pattern, Format = null, Positives = [], Negatives = [], Evasions = [] };
        Check(copy, generation);
        return Of(copy, new RuleRequest { Action = row.Action, Enabled = row.Enabled }) with { CreatedBy = author, UpdatedBy = author };
    }

    /// <summary>A row with changes.</summary>
    public static StoredRule Change(StoredRule row, RuleRequest request, Generation generation, string author)
    {
        if (request.Name is not null && request.Name != row.Name)
        {
            throw ProblemException.BadRequest("invalid_name", "A rule keeps its name: make a copy to name it anew.", "name");
        }

        var isOwn = IsOwn(row);
        if (!isOwn && request is not { Pattern: null, Detector: null, Description: null, Tags: null, Validator: null, Keywords: null })
        {
            throw new ProblemException(409, "not_editable", "What this rule is stands with who brings it: it can be switched, and its action and severity changed. Make a copy to change more.");
        }

        if (row.Source == RuleSource.Yaml && request is not { Action: null, Severity: null })
        {
            throw new ProblemException(409, "not_editable", "This rule stands in config.yaml: here it can only be switched on and off.");
        }

        var changed = row with { UpdatedBy = author, Enabled = request.Enabled ?? row.Enabled, Action = request.Action is null ? row.Action : ActionOf(request.Action) };
        if (!isOwn)
        {
            return changed with { Severity = request.Severity is null ? row.Severity : WireNames.Of(SeverityOf(request.Severity)) };
        }

        var rule = Checked(request, RuleRow.ToRule(row), generation);
        return RuleReconciler.Replace(row, Of(rule, new RuleRequest { Action = changed.Action, Enabled = changed.Enabled })) with { Source = row.Source, Tier = row.Tier, UpdatedBy = author };
    }

    /// <summary>Whether a row stands for itself.</summary>
    public static bool IsOwn(StoredRule row) => row.Plugin.Length == 0 && row.Source != RuleSource.Yaml && (row.Definition.Length > 0 || row.Source is RuleSource.Api or RuleSource.Dashboard);

    /// <summary>The items of a list. One that cannot be kept is told: a list that came back shorter would pass for the one that was sent. JSON can have null in any list.</summary>
    public static IEnumerable<string> Texts(IReadOnlyList<string?> items, string field) => items.Select(item => PlainText.Of(item) is { Length: > 0 } plain
        ? plain
        : throw ProblemException.BadRequest($"invalid_{field}", $"{field} must hold texts that are not empty.", field));

    private static StoredRule Of(DetectionRule rule, RuleRequest request)
    {
        var action = ActionOf(request.Action ?? "");
        var entry = new RuleFileEntry(rule, action.Length == 0 ? null : Actions.First(each => WireNames.Of(each) == action), Line: 0) { Enabled = request.Enabled ?? true };
        return RuleRow.Of(entry, RuleSource.Dashboard, RuleTier.Custom);
    }

    private static DetectionRule Checked(RuleRequest request, DetectionRule rule, Generation generation)
    {
        rule = rule with
        {
            Pattern = request.Pattern ?? rule.Pattern,
            Format = request.Pattern is null ? rule.Format : null,
            Detector = request.Detector is null ? rule.Detector : DetectorOf(request.Detector),
            Severity = request.Severity is null ? rule.Severity : SeverityOf(request.Severity),
            Description = request.Description is null ? rule.Description : Short(request.Description, "description"),
            Tags = request.Tags is null ? rule.Tags : TagsOf(request.Tags),
            Validator = request.Validator is null ? rule.Validator : request.Validator.Length == 0 ? null : Short(request.Validator, "validator"),
            Keywords = request.Keywords is null ? request.Pattern is null ? rule.Keywords : [] : [.. Texts(request.Keywords, "keywords")],
        };
        if (rule.Pattern.Length == 0 && rule.Format is null)
        {
            throw ProblemException.BadRequest("invalid_pattern", "pattern is missing.", "pattern");
        }

        Check(rule, generation);
        return rule;
    }

    private static void Check(DetectionRule rule, Generation generation)
    {
        if (rule.Validator is { } validator && !generation.Validators.ContainsKey(validator))
        {
            throw ProblemException.BadRequest("invalid_validator", $"There is no validator '{validator}'{Suggestion.For(validator, generation.Validators.Keys)}", "validator");
        }

        if (RuleTesting.ProblemOf(rule, generation.Validators) is { } problem)
        {
            throw ProblemException.BadRequest("invalid_pattern", problem, "pattern");
        }
    }

    private static string NameOf(string? name)
    {
        var text = PlainText.Of(name ?? "").Trim();
        if (Taken.Contains(text))
        {
            throw ProblemException.BadRequest("invalid_name", $"A rule cannot be named '{text}': that is an address of this API.", "name");
        }

        return text.Length is > 0 and <= MaxName && text.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '.')
            ? text
            : throw ProblemException.BadRequest("invalid_name", $"name must have letters, digits, dots, hyphens and underscores, at most {MaxName}.", "name");
    }

    private static string DetectorOf(string detector) =>
        detector.Length is > 0 and <= 64 && detector.All(static letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '_' or '-')
            ? detector
            : throw ProblemException.BadRequest("invalid_detector", "detector must have lower-case letters, digits, hyphens and underscores.", "detector");

    private static Severity SeverityOf(string name)
    {
        foreach (var severity in Enum.GetValues<Severity>())
        {
            if (WireNames.Of(severity) == name)
            {
                return severity;
            }
        }

        throw ProblemException.BadRequest("invalid_severity", "severity must be info, warning, high or critical.", "severity");
    }

    private static string ActionOf(string action) => action is "" or "default" ? ""
        : Actions.Any(known => WireNames.Of(known) == action) ? action
        : throw ProblemException.BadRequest("invalid_action", "action must be log, alert, redact, block or empty.", "action");

    private static ImmutableArray<string> TagsOf(IReadOnlyList<string?> tags) => tags.Count <= MaxTags
        ? [.. Texts(tags, "tags").Select(static tag => Short(tag, "tags")).Distinct(StringComparer.Ordinal)]
        : throw ProblemException.BadRequest("invalid_tags", $"There may be {MaxTags} tags.", "tags");

    private static string Short(string text, string field) => PlainText.Of(text) is { Length: <= MaxText } plain
        ? plain
        : throw ProblemException.BadRequest("invalid_parameter", $"{field} may have {MaxText} characters.", field);
}
