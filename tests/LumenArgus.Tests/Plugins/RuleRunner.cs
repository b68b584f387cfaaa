using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Decoding;
using LumenArgus.Scanning.Fields;
using LumenArgus.Scanning.Findings;
using LumenArgus.Scanning.Rules;

namespace LumenArgus.Tests.Plugins;

/// <summary>Runs a plugin's rules through the engine that runs them in the product.</summary>
internal static class RuleRunner
{
    private static readonly RuleIndex Everything = Build(PluginUnderTest.All).Index;

    public static RuleIndexBuild Build(PluginUnderTest plugin) => RuleIndex.Build(plugin.Rules, plugin.Validators, new RuleIndexOptions());

    /// <summary>An index of one rule alone, so that no other rule can hide it.</summary>
    public static RuleIndex IndexOf(DetectionRule rule) => Build(PluginUnderTest.All with { Rules = [rule] }).Index;

    /// <summary>Findings of all three plugins together, in a message.</summary>
    public static ImmutableArray<Finding> Scan(string text) => Scan(Everything, InMessage(text));

    public static IEnumerable<string> TypesIn(string text) => Scan(text).Select(finding => finding.Type).Order();

    /// <summary>Findings in a message, or, for a file-name rule, in a conversation that reads a file of that name.</summary>
    public static ImmutableArray<Finding> Scan(RuleIndex index, RuleTarget target, string text) =>
        Scan(index, target == RuleTarget.SourceFileName ? FileRead(text) : InMessage(text));

    private static ImmutableArray<Finding> Scan(RuleIndex index, byte[] body)
    {
        var document = BodyDocument.Parse(body);
        var collector = new FindingCollector(document);
        var counters = new ScanCounters();
        TextDecoder.Expand(document, new DecodeOptions(), collector, counters);
        index.Scan(document, collector, counters);
        return collector.ToFindings();
    }

    private static byte[] InMessage(string text) =>
        Json(new JsonObject { ["messages"] = new JsonArray(new JsonObject { ["role"] = "user", ["content"] = text }) });

    private static byte[] FileRead(string name) => Json(new JsonObject
    {
        ["messages"] = new JsonArray(
            new JsonObject
            {
                ["role"] = "assistant",
                ["content"] = new JsonArray(new JsonObject
                {
                    ["type"] = "tool_use", ["id"] = "call", ["name"] = "Read", ["input"] = new JsonObject { ["file_path"] = "/home/dev/src/" + name },
                }),
            },
            new JsonObject
            {
                ["role"] = "user",
                ["content"] = new JsonArray(new JsonObject { ["type"] = "tool_result", ["tool_use_id"] = "call", ["content"] = "text" }),
            }),
    });

    private static byte[] Json(JsonObject body)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            body.WriteTo(writer);
        }

        return stream.ToArray();
    }
}
