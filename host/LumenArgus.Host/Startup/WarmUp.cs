using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.Forwarding.Bodies;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Inspecting;
using LumenArgus.Inspection.Rules;
using LumenArgus.Scanning.Decoding;
using LumenArgus.Scanning.Fields;
using LumenArgus.Scanning.Findings;
using LumenArgus.Scanning.Rules;
using LumenArgus.Storage.Hosting;

namespace LumenArgus.Host.Startup;

/// <summary>What the just-in-time compiler would do when it is waited for: for the start while another thread reads files and opens sockets, for the first request before it comes.</summary>
internal static class WarmUp
{
    private const int Runs = 3;

    // One for each way in which a rule is found.
    private static readonly ImmutableArray<DetectionRule> Rules =
    [
        Rule("format") with { Format = "warmup_<alnum:36>" },
        Rule("assignment") with { Pattern = "(?i)warmup[_-]?key[\"' ]{0,3}[:=][\"' ]{0,3}([A-Za-z0-9_-]{16,64})", Keywords = ["warmup"], SecretGroup = 1, EntropyFloor = 3, Generic = true },
        Rule("digits") with { Pattern = @"\b\d{3}-\d{2}-\d{4}\b" },
        Rule("address") with { Pattern = @"[\w.%+-]{1,64}@[A-Za-z0-9.-]{1,255}\.[A-Za-z]{2,24}" },
    ];

    /// <summary>Begins to compile what builds an index of rules, scans with it, and keeps rules in a database, beside the start.</summary>
    public static void Compile() => ThreadPool.UnsafeQueueUserWorkItem(
        static _ =>
        {
            var index = RuleIndex.Build(Rules, ImmutableDictionary<string, IRuleValidator>.Empty, new RuleIndexOptions { Stages = RuleStages.Request }).Index;
            using var document = BodyDocument.Parse(Body());
            var collector = new FindingCollector(document);
            var counters = new ScanCounters();
            TextDecoder.Expand(document, new DecodeOptions(), collector, counters);
            index.Scan(document, collector, counters);
            try
            {
                StoreWarmUp.Run(new RuleReconciler(new RuleOrigins([new PluginRuleSet("warm-up", Rules)], Custom: null, Import: true)).Plan([]).Added);
            }
#pragma warning disable CA1031 // A database that does not work is said by the store itself, and must not end the process here.
            catch (Exception)
#pragma warning restore CA1031
            {
            }
        },
        null);

    public static async Task RunAsync(Inspector inspector, Generation generation, CancellationToken cancellationToken)
    {
        var body = BodyLease.Own(Body());
        for (var i = 0; i < Runs; i++)
        {
            await inspector.InspectAsync(
                new InspectionRequest { Request = new RequestInfo(0, Guid.Empty, "POST", "/"), Provider = "warm-up", Body = body }, generation, cancellationToken);
        }
    }

    /// <summary>Gives back the memory that only the start needed, a quarter of the heap.</summary>
    public static void ReturnMemory() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);

    private static byte[] Body() => Encoding.UTF8.GetBytes($$"""{"messages":[{"role":"user","content":"{{JsonEncodedText.Encode(DefaultConfigFile.Text)}}"}]}""");

    private static DetectionRule Rule(string name) => new() { Name = name, Detector = "warm-up", Severity = Severity.Info };
}
