using System.Globalization;
using System.Text;
using System.Text.Json;
using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Fields;
using LumenArgus.Scanning.Findings;
using LumenArgus.Scanning.Rules;

namespace LumenArgus.Tests.Plugins.Generic;

/// <summary>Many texts in one body, a message each: which of them have a finding.</summary>
internal static class Conversation
{
    private static readonly RuleIndex Index = RuleRunner.Build(PluginUnderTest.Secrets).Index;

    public static IEnumerable<(int Message, string Type, string Value)> Scan(IEnumerable<string> texts)
    {
        var body = "{\"messages\":[" + string.Join(',', texts.Select(static text => $$"""{"role":"user","content":"{{JsonEncodedText.Encode(text)}}"}""")) + "]}";
        using var document = BodyDocument.Parse(Encoding.UTF8.GetBytes(body));
        var collector = new FindingCollector(document);
        Index.Scan(document, collector, new ScanCounters());
        return [.. collector.ToFindings().Select(finding => (MessageOf(finding), finding.Type, finding.Value.Reveal().ToString()))];
    }

    // messages[12].content
    private static int MessageOf(Finding finding) => int.Parse(finding.Location.AsSpan()["messages[".Length..finding.Location.IndexOf(']', StringComparison.Ordinal)], CultureInfo.InvariantCulture);
}
