using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Identity;
using LumenArgus.Inspection.Records;
using LumenArgus.Inspection.Responses;
using LumenArgus.PluginRuntime.Lanes;
using LumenArgus.Scanning.Decoding;
using LumenArgus.Scanning.Fields;
using LumenArgus.Scanning.Findings;
using LumenArgus.Scanning.Rules;
using LumenArgus.Storage;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Inspection.Inspecting;

/// <summary>
/// Looks with the rules in use at the texts that are recorded of an exchange beside its findings: path, user agent, model, names of the sender and of tools. Much of it comes from the address and the headers, which are
/// no part of the body, and a matched secret must not leave memory by them. Most of these texts come again with each request, so what was looked at is remembered: then it costs a look-up.
/// </summary>
public sealed partial class LabelScan(ScanLanes lanes, CurrentGeneration current, ILogger<LabelScan> logger)
{
    // Together at most a few megabytes; longer texts are looked at each time.
    private const int MaxKnown = 4096;
    private const int MaxKnownLength = 1024;

    private static readonly Label NotLookedAt = new("****", []);

    private Known _known = new(generation: -1);

    /// <summary>The record with what the rules find in its texts masked.</summary>
    /// <param name="record">The record.</param>
    /// <returns>The record, without such values.</returns>
    internal async ValueTask<ExchangeRecord> MaskAsync(ExchangeRecord record)
    {
        // Until the first generation there is no rule that could find anything.
        using var lease = current.Acquire();
        if (lease is null)
        {
            return record;
        }

        var known = KnownOf(lease.Generation).Labels;
        var isKnown = true;
        var masked = Map(record, text => (isKnown &= known.TryGetValue(text, out var label)) ? label!.Text : text);
        if (!isKnown)
        {
            var texts = new HashSet<string>(StringComparer.Ordinal);
            Map(record, text =>
            {
                texts.Add(text);
                return text;
            });
            var labels = await LookAsync(lease.Generation, texts);
            masked = Map(record, text => labels[text].Text);
        }

        return masked;
    }

    /// <summary>One text with what the rules find in it masked.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text, without such values.</returns>
    public async ValueTask<string> MaskAsync(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var lease = current.Acquire();
        return lease is null ? text : (await OfAsync(lease.Generation, text)).Text;
    }

    /// <summary>
    /// Adds to the scan of a body what is severe in its address and user agent. It is told and stops nothing: there a value is where the tool or the operator has put it, not the conversation. What is not
    /// severe is masked and not told: the numbers of versions look like addresses, and every request would have a finding.
    /// </summary>
    /// <param name="scan">The scan of the body.</param>
    /// <param name="path">The path of the request.</param>
    /// <param name="userAgent">What the tool calls itself; null if it does not.</param>
    /// <param name="generation">The rules and the policy.</param>
    /// <returns>The scan with further findings, if there are any.</returns>
    public async ValueTask<ScanResult> AddToAsync(ScanResult scan, string path, string? userAgent, Generation generation)
    {
        ArgumentNullException.ThrowIfNull(scan);
        ArgumentNullException.ThrowIfNull(generation);
        var found = (await OfAsync(generation, path)).Found("request.path");
        if (!string.IsNullOrEmpty(userAgent))
        {
            found = found.Concat((await OfAsync(generation, userAgent)).Found("request.user_agent"));
        }

        ImmutableArray<Finding> severe = [.. found];
        if (severe.IsEmpty)
        {
            return scan;
        }

        severe = [.. generation.Policy.Evaluate(severe, allowRedact: false).Findings.Select(ResponseFindings.Told)];
        var strongest = severe.Max(static finding => finding.Action ?? PolicyAction.Pass);
        return scan with { Findings = scan.Findings.AddRange(severe), Action = strongest > scan.Action ? strongest : scan.Action };
    }

    private static ExchangeRecord Map(ExchangeRecord record, Func<string, string> mask) => record with
    {
        Path = mask(record.Path),
        Model = string.IsNullOrEmpty(record.Model) ? record.Model : mask(record.Model),

        // What is derived here is a keyed hash and holds nothing; each new conversation would be a way to a lane and back.
        Session = LabelMask.Of(record.Session, label => string.IsNullOrEmpty(label) || DerivedSessionId.IsOne(label) ? label : mask(label)),
        Mcp = record.Mcp is { } mcp ? mcp with { Tools = [.. mcp.Tools.Select(tool => tool.Name.Length == 0 ? tool : tool with { Name = mask(tool.Name) })] } : null,
    };

    private async ValueTask<Label> OfAsync(Generation generation, string text) =>
        KnownOf(generation).Labels.TryGetValue(text, out var label) ? label : (await LookAsync(generation, [text]))[text];

    private Known KnownOf(Generation generation)
    {
        var known = Volatile.Read(ref _known);
        if (known.Generation != generation.Number)
        {
            known = new Known(generation.Number);
            Volatile.Write(ref _known, known);
        }

        return known;
    }

    // On a lane, because rules call validators of plugins.
    private async ValueTask<Dictionary<string, Label>> LookAsync(Generation generation, IReadOnlyCollection<string> texts)
    {
        var known = KnownOf(generation);
        var labels = new Dictionary<string, Label>(StringComparer.Ordinal);
        var job = new Job(generation, texts);
        var isDone = false;
        try
        {
            isDone = (await lanes.RunAsync(job, CancellationToken.None)).Status == LaneStatus.Completed;
        }
        catch (OperationCanceledException)
        {
            // The product stops.
        }
#pragma warning disable CA1031 // A defect of ours must not keep a record from being written; what was not looked at is not in it.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Log.LabelsFailed(logger, failure.GetType().Name, failure.StackTrace ?? "");
        }

        foreach (var text in texts)
        {
            labels[text] = isDone ? job.Labels[text] : NotLookedAt;
            if (isDone && text.Length <= MaxKnownLength)
            {
                known.Add(text, labels[text]);
            }
        }

        return labels;
    }

    private sealed class Known(long generation)
    {
        private int _added;

        public long Generation => generation;

        public ConcurrentDictionary<string, Label> Labels { get; } = new(StringComparer.Ordinal);

        public void Add(string text, Label label)
        {
            // Counted here, as the dictionary takes all of its locks to say how many it has: with a new text in each request that was a fifth of the processor time.
            if (Interlocked.Increment(ref _added) > MaxKnown)
            {
                Labels.Clear();
                Volatile.Write(ref _added, 1);
            }

            Labels[text] = label;
        }
    }

    /// <summary>A text that was looked at.</summary>
    /// <param name="Text">The text without the values that were found.</param>
    /// <param name="Findings">The findings, without action.</param>
    private sealed record Label(string Text, ImmutableArray<Finding> Findings)
    {
        public IEnumerable<Finding> Found(string location) =>
            Findings.Where(static finding => finding.Severity >= Severity.High).Select(finding => finding with { Location = location, Span = null });
    }

    private sealed class Job(Generation generation, IReadOnlyCollection<string> texts) : LaneJob
    {
        public Dictionary<string, Label> Labels { get; } = new(StringComparer.Ordinal);

        protected override void Run(ScanLane lane)
        {
            foreach (var text in texts)
            {
                var findings = Scan(text);
                Labels[text] = new Label(Masked(text, findings), findings);
            }
        }

        private ImmutableArray<Finding> Scan(string text)
        {
            var body = $"[\"{JsonEncodedText.Encode(WellFormedText.Of(text), JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"]";
            using var document = BodyDocument.Parse(System.Text.Encoding.UTF8.GetBytes(body));
            var collector = new FindingCollector(document, generation.Allowlist);
            var counters = new ScanCounters();
            TextDecoder.Expand(document, generation.Config.Pipeline.Decoding, collector, counters);
            generation.RulesFor(RuleStages.Request).Scan(document, collector, counters);
            return [.. collector.ToFindings().Where(static finding => !finding.Value.IsEmpty)];
        }

        private static string Masked(string text, ImmutableArray<Finding> findings)
        {
            var masked = text;
            foreach (var finding in findings)
            {
                ImmutableArray<Finding> one = [finding];

                // What stands there in a code (%41) is not found by its value: then nothing of the text is kept.
                if (LabelMask.Of(text, one) == text)
                {
                    return finding.ValuePreview;
                }

                masked = LabelMask.Of(masked, one)!;
            }

            return masked;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 2003, EventName = nameof(LabelsFailed), Level = LogLevel.Error, Message = "path and names of a request could not be looked at and are not recorded: {Type}\n{Stack}")]
        public static partial void LabelsFailed(ILogger logger, string type, string stack);
    }
}
