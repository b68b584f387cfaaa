using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Decoding;
using LumenArgus.Scanning.Decoding.Declared;
using LumenArgus.Scanning.Fields;
using LumenArgus.Scanning.Fields.Forms;
using LumenArgus.Scanning.Findings;
using LumenArgus.Scanning.Rules;

namespace LumenArgus.Tests.Scanning.Decoding;

/// <summary>Tokens that are none, and the whole way from a body to findings.</summary>
internal static class Decoded
{
    public const string Aws = "AKIAQ7WEXAMPLE3LMN5K";
    public const string GitHub = "ghp_4kT9sWq2Xb7Lm1Zr8Vn5Hc3Jd6Pf0GyA2eU8";

    /// <summary>Two rules that nothing but these tokens matches.</summary>
    public static RuleIndex Index { get; } = TestRules.Index([.. TestRules.All.Where(r => r.Name is "aws_access_key" or "github_token")]);

    public static DecodeResult Run(string body, DecodeOptions? options = null, RuleIndex? index = null) =>
        Run(Encoding.UTF8.GetBytes(body), options, index);

    public static DecodeResult Run(byte[] body, DecodeOptions? options = null, RuleIndex? index = null) =>
        RunTyped(body, contentType: null, options, index: index);

    /// <summary>The same for a body with a Content-Type.</summary>
    public static DecodeResult RunTyped(
        byte[] body, string? contentType, DecodeOptions? options = null, IPartUnpacker? unpacker = null, RuleIndex? index = null)
    {
        var document = BodyDocument.Parse(body, format: BodyFormat.Of(contentType));
        var collector = new FindingCollector(document);
        var counters = new ScanCounters();
        TextDecoder.Expand(document, options ?? new DecodeOptions(), collector, counters, unpacker);
        (index ?? Index).Scan(document, collector, counters);
        return new DecodeResult(document, collector, counters, collector.ToFindings());
    }

    /// <summary>The raw text behind a finding.</summary>
    public static string Raw(this DecodeResult result, Finding finding) =>
        Encoding.UTF8.GetString(result.Document.Body.Span.Slice(finding.Span!.Value.Start, finding.Span.Value.Length));

    public static Finding Only(this DecodeResult result, string type) => result.Findings.Where(f => f.Type == type).ShouldHaveSingleItem();

    public static string Json(string text) => System.Text.Json.JsonSerializer.Serialize(text, TestJson.Default.String);
}
