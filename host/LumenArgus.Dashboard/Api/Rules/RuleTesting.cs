using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.Dashboard.Problems;
using LumenArgus.Scanning.Fields;
using LumenArgus.Scanning.Findings;
using LumenArgus.Scanning.Rules;

namespace LumenArgus.Dashboard.Api.Rules;

/// <summary>Tries a pattern in the engine that runs in the product: what is found here is found there.</summary>
internal static class RuleTesting
{
    private const int MaxSample = 64 * 1024;
    private const int MaxMatches = 200;

    private static readonly RuleIndexOptions AllStages = new() { Stages = RuleStages.All };

    /// <summary>Says why a rule cannot run; null if it can.</summary>
    public static string? ProblemOf(DetectionRule rule, IReadOnlyDictionary<string, IRuleValidator> validators) =>
        RuleIndex.Build([rule], validators, AllStages).Rejected is [var rejected, ..] ? rejected.Reason : null;

    public static RuleTestAnswer Run(RuleTestRequest request)
    {
        var (pattern, sample) = (request.Pattern ?? "", request.Sample ?? "");
        if (pattern.Length == 0)
        {
            throw ProblemException.BadRequest("invalid_pattern", "pattern is missing.", "pattern");
        }

        if (sample.Length > MaxSample)
        {
            throw ProblemException.BadRequest("sample_too_long", $"The sample may have {MaxSample} characters.", "sample");
        }

        var rule = new DetectionRule { Name = "test", Detector = "test", Pattern = pattern, Severity = Severity.High, Keywords = [.. RuleEdit.Texts(request.Keywords ?? [], "keywords")] };
        var build = RuleIndex.Build([rule], ImmutableDictionary<string, IRuleValidator>.Empty, AllStages);
        return build.Rejected is [var rejected, ..] ? new RuleTestAnswer(false, rejected.Reason, Problem: null, [], 0) : Search(build.Index, sample);
    }

    private static RuleTestAnswer Search(RuleIndex index, string sample)
    {
        var bytes = Encoding.UTF8.GetBytes(sample);
        using var document = BodyDocument.Parse(bytes);
        var collector = new FindingCollector(document);
        var startedAt = Stopwatch.GetTimestamp();
        index.Scan(document, collector, new ScanCounters());
        var duration = Stopwatch.GetElapsedTime(startedAt).TotalMicroseconds;
        var places = collector.ToFindings()
            .SelectMany(finding => (collector.Places(finding) ?? (finding.Span is { } span ? [span] : [])).Select(place => (Place: place, finding.ValuePreview)))
            .OrderBy(static match => match.Place.Start).ToList();
        return new RuleTestAnswer(
            Valid: true,
            Error: null,
            places.Count > MaxMatches ? $"Only the first {MaxMatches} of {places.Count} matches are shown." : null,
            [.. places.Take(MaxMatches).Select(match => new RuleTestAnswer.TestMatch(
                Encoding.UTF8.GetCharCount(bytes, 0, match.Place.Start), Encoding.UTF8.GetCharCount(bytes, 0, match.Place.End), match.ValuePreview))],
            Math.Round(duration, 1));
    }
}
