using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.Scanning.Rules.Formats;
using LumenArgus.Scanning.Rules.Marks;
using LumenArgus.Scanning.Rules.Matching;
using LumenArgus.Scanning.Rules.Patterns;

namespace LumenArgus.Scanning.Rules;

/// <summary>Compiles one rule or says why not.</summary>
internal static class RuleCompiler
{
    private const int MinWindow = 16;
    private const int MaxWindow = 65_536;
    private const int MaxDistance = 4096;
    private const int MaxEntropy = 8;

    // Shorter words are in too many others.
    private const int ShortestWord = 4;

    public static CompiledRule? Compile(
        DetectionRule rule,
        IReadOnlyDictionary<string, IRuleValidator> validators,
        RuleIndexOptions options,
        out string reason)
    {
        IRuleValidator? validator = null;
        if (CheckValues(rule) is { } invalid)
        {
            reason = invalid;
            return null;
        }

        if (rule.Validator is not null && !validators.TryGetValue(rule.Validator, out validator))
        {
            reason = $"validator '{rule.Validator}' is not there: the plugin that brings it is missing or not active";
            return null;
        }

        if (rule.Pattern.Length == 0)
        {
            if (FromFormat(rule, out reason) is not { } derived)
            {
                return null;
            }

            rule = derived;
        }

        try
        {
            return Compile(rule, PatternParser.Parse(rule.Pattern), validator, options, out reason);
        }
        catch (PatternSyntaxException error)
        {
            reason = $"pattern: {error.Message}";
            return null;
        }
    }

    private static CompiledRule? Compile(
        DetectionRule rule,
        ParsedPattern pattern,
        IRuleValidator? validator,
        RuleIndexOptions options,
        out string reason)
    {
        reason = "";
        if (rule.SecretGroup < 0 || rule.SecretGroup > pattern.Captures)
        {
            reason = $"secret group {rule.SecretGroup}: the pattern has {pattern.Captures}";
            return null;
        }

        var length = PatternFacts.Length(pattern.Root);
        if (length.Min == 0)
        {
            reason = "the pattern can match the empty text";
            return null;
        }

        if (length.Min > rule.WindowBytes)
        {
            reason = $"a match has at least {length.Min} bytes, more than the window of {rule.WindowBytes}";
            return null;
        }

        if (AnchorFinder.Find(rule, pattern, out reason) is not { } anchor)
        {
            return null;
        }

        anchor = anchor with { Mark = RuleMark.Of(rule, anchor, pattern.Root) };
        var required = RequiredByte.Of(pattern.Root);
        var graph = new Lazy<PatternGraph?>(() => PatternGraphBuilder.Build(pattern.Root));
        if (MatcherCompiler.Compile(pattern) is { } program)
        {
            return new CompiledRule(rule, anchor, new SpanMatcher(program, pattern, graph, rule.WindowBytes), Regex: null, validator) { Graph = graph, Required = required };
        }

        reason = (rule.KeywordDistance > 0 ? "a keyword distance needs a pattern whose backtracking is short (see Rules/README.md)" : RegexProof.WhyNot(pattern)) ?? "";
        return reason.Length > 0 ? null : new CompiledRule(rule, anchor, Matcher: null, new WindowRegex(pattern, options.RegexTimeout), validator) { Graph = graph, Required = required };
    }

    private static DetectionRule? FromFormat(DetectionRule rule, out string reason)
    {
        reason = "a rule needs a pattern or a format";
        var format = rule.Format is null ? null : TokenFormat.TryParse(rule.Format, out reason);
        reason = rule.Format is null || format is not null ? reason : $"format: {reason}";
        return format is null ? null : rule with
        {
            Pattern = format.ToPattern(),
            SecretGroup = 1,
            Keywords = rule.Keywords.IsEmpty && format.NameKeywords.All(static word => word.Length >= ShortestWord && System.Text.Ascii.IsValid(word))
                ? [.. format.NameKeywords]
                : rule.Keywords,
        };
    }

    private static string? CheckValues(DetectionRule rule)
    {
        if (string.IsNullOrWhiteSpace(rule.Name) || string.IsNullOrWhiteSpace(rule.Detector))
        {
            return "a rule needs a name and a detector";
        }

        if (rule.WindowBytes is < MinWindow or > MaxWindow)
        {
            return $"a window has {MinWindow} to {MaxWindow} bytes (was {rule.WindowBytes})";
        }

        if (rule.KeywordDistance is < 0 or > MaxDistance)
        {
            return $"a keyword distance is 0 to {MaxDistance} bytes (was {rule.KeywordDistance})";
        }

        if (rule.EntropyFloor is < 0 or > MaxEntropy || double.IsNaN(rule.EntropyFloor))
        {
            return $"an entropy floor is 0 to {MaxEntropy} bits (was {rule.EntropyFloor})";
        }

        if (rule.ExceptRoles.IsDefault)
        {
            return "excepted roles must not be null";
        }

        return rule.Keywords.IsDefault ? "keywords must not be null" : null;
    }
}
