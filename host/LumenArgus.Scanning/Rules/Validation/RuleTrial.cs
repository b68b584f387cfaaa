using System.Text;
using System.Text.Json;
using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Decoding;
using LumenArgus.Scanning.Fields;
using LumenArgus.Scanning.Findings;

namespace LumenArgus.Scanning.Rules.Validation;

/// <summary>Tries a rule in the engine that runs in the product: the text is put where it would stand in a request.</summary>
public static class RuleTrial
{
    private static readonly DecodeOptions Decoding = new();

    /// <summary>Tries a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="index">An index that it is part of.</param>
    /// <param name="text">The text, or for rules about files the name of one.</param>
    /// <returns>What was found.</returns>
    public static RuleTrialResult Run(DetectionRule rule, RuleIndex index, string text)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(index);
        using var document = BodyDocument.Parse(rule.Target == RuleTarget.SourceFileName ? FileRead(text) : Message(text));
        var collector = new FindingCollector(document);
        var counters = new ScanCounters();
        TextDecoder.Expand(document, Decoding, collector, counters);
        index.Scan(document, collector, counters);
        var findings = collector.ToFindings();
        return findings.Any(finding => finding.Type == rule.Name && finding.Detector == rule.Detector) ? RuleTrialResult.Found
            : findings.Any() ? RuleTrialResult.FoundByAnother
            : RuleTrialResult.Missed;
    }

    /// <summary>Finds all rules that match in a text as it is, also those whose finding a better one would hide.</summary>
    /// <param name="indexes">The rules.</param>
    /// <param name="text">The text.</param>
    /// <returns>Each rule once.</returns>
    public static IReadOnlyList<(string Detector, string Name)> Matching(ReadOnlySpan<RuleIndex> indexes, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var document = BodyDocument.Parse(Message(text));
        var collector = new FindingCollector(document);
        var counters = new ScanCounters();
        foreach (var index in indexes)
        {
            index.Scan(document, collector, counters);
        }

        return collector.MatchedTypes();
    }

    private static byte[] Message(string text) => Encoding.UTF8.GetBytes($$$"""{"messages":[{"role":"user","content":"{{{JsonEncodedText.Encode(text)}}}"}]}""");

    private static byte[] FileRead(string name) => Encoding.UTF8.GetBytes(
        $$$"""
        {"messages":[{"role":"assistant","content":[{"type":"tool_use","id":"call","name":"Read","input":{"file_path":"/src/{{{JsonEncodedText.Encode(name)}}}"}}]},
        {"role":"user","content":[{"type":"tool_result","tool_use_id":"call","content":"text"}]}]}
        """);
}
