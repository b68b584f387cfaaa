using System.Globalization;
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
    private const string MessageStart = """{"messages":[{"role":"user","content":[""";

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

    /// <summary>Finds all rules that match in texts as they are, also those whose finding a better one would hide. One pass for all texts: what a scan needs is made once.</summary>
    /// <param name="indexes">The rules.</param>
    /// <param name="texts">The texts, well formed.</param>
    /// <returns>Each rule once for each text, which is named by its place.</returns>
    public static IReadOnlyList<(int Text, string Detector, string Name)> Matching(ReadOnlySpan<RuleIndex> indexes, ReadOnlySpan<string> texts)
    {
        using var document = BodyDocument.Parse(Message(texts));
        var collector = new FindingCollector(document);
        var counters = new ScanCounters();
        foreach (var index in indexes)
        {
            index.Scan(document, collector, counters);
        }

        return [.. collector.Hits().Select(hit => (TextOf(document.PathOf(hit.Field)), hit.Detector, hit.Type)).Order()];
    }

    private static byte[] Message(ReadOnlySpan<string> texts)
    {
        var message = new StringBuilder(MessageStart);
        for (var i = 0; i < texts.Length; i++)
        {
            message.Append(i == 0 ? "" : ",").Append('"').Append(JsonEncodedText.Encode(texts[i])).Append('"');
        }

        return Encoding.UTF8.GetBytes(message.Append("]}]}").ToString());
    }

    // messages[0].content[7]
    private static int TextOf(string path) => int.Parse(path.AsSpan()[(path.LastIndexOf('[') + 1)..^1], CultureInfo.InvariantCulture);

    private static byte[] Message(string text) => Encoding.UTF8.GetBytes($$$"""{"messages":[{"role":"user","content":"{{{JsonEncodedText.Encode(text)}}}"}]}""");

    private static byte[] FileRead(string name) => Encoding.UTF8.GetBytes(
        $$$"""
        {"messages":[{"role":"assistant","content":[{"type":"tool_use","id":"call","name":"Read","input":{"file_path":"/src/{{{JsonEncodedText.Encode(name)}}}"}}]},
        {"role":"user","content":[{"type":"tool_result","tool_use_id":"call","content":"text"}]}]}
        """);
}
