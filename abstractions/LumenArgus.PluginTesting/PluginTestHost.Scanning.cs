using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using LumenArgus.Abstractions.Model;
using LumenArgus.PluginRuntime.Invocation;
using LumenArgus.PluginTesting.Scanning;
using LumenArgus.Scanning.Fields;
using LumenArgus.Scanning.Findings;
using LumenArgus.Scanning.Rules;
using LumenArgus.Scanning.Rules.Validation;

namespace LumenArgus.PluginTesting;

/// <content>What the plugin finds: its rules in the engine of the product, and its detectors.</content>
public sealed partial class PluginTestHost
{
    private const string Provider = "test";

    private readonly Dictionary<RuleStages, RuleIndex> _indexes = [];

    /// <summary>Scans a text as the message of a user.</summary>
    /// <param name="text">The text.</param>
    /// <param name="stage">Which traffic it is of.</param>
    /// <returns>What the plugin finds, equal values joined.</returns>
    /// <exception cref="PluginFaultException">A rule is refused, or a detector failed.</exception>
    public Task<ImmutableArray<Finding>> ScanTextAsync(string text, RuleStages stage = RuleStages.Request)
    {
        ArgumentNullException.ThrowIfNull(text);
        return ScanAsync(Encoding.UTF8.GetBytes($$$"""{"messages":[{"role":"user","content":"{{{JsonEncodedText.Encode(text)}}}"}]}"""), stage);
    }

    /// <summary>Scans a body, as one that a tool sends: JSON of any shape, or text.</summary>
    /// <param name="body">The body.</param>
    /// <param name="stage">Which traffic it is of.</param>
    /// <param name="session">Who sends it.</param>
    /// <returns>What the plugin finds, equal values joined.</returns>
    /// <exception cref="PluginFaultException">A rule is refused, or a detector failed.</exception>
    public async Task<ImmutableArray<Finding>> ScanAsync(ReadOnlyMemory<byte> body, RuleStages stage = RuleStages.Request, SessionContext? session = null)
    {
        var rules = await IndexOfAsync(stage).ConfigureAwait(false);
        using var document = BodyDocument.Parse(body);
        var collector = new FindingCollector(document);
        var sender = session ?? SessionContext.Empty;
        var scan = new ScanTrial(_invoker, Plugin, rules, document, collector) { Provider = Provider, Session = sender, Stage = stage };
        var outcome = await _lanes.RunAsync(scan, CancellationToken.None).ConfigureAwait(false);
        ThrowIfAbandoned(outcome);
        ThrowUnlessOk(scan.Status);
        foreach (var detector in Plugin.Contributions.AsyncDetectors)
        {
            var (batch, _) = OwnedTexts.Copy(document, Provider, model: null, sender, detector.MaxCharacters);
            var hits = await AwaitAsync("detect", async token => OwnedTexts.Checked(await detector.Detector.DetectAsync(batch, token).ConfigureAwait(false))).ConfigureAwait(false);
            if (collector.AddDetectorHits(detector.Name, hits) is > 0 and var outside)
            {
                throw new PluginFaultException("detect", $"{outside} matches lie outside of the text they were reported for", "");
            }
        }

        return collector.ToFindings();
    }

    /// <summary>The plugin's rules.</summary>
    /// <returns>The rules as the host reads them.</returns>
    /// <exception cref="PluginFaultException">They cannot be read, or one reports as a detector that the manifest does not name.</exception>
    public async Task<ImmutableArray<DetectionRule>> ReadRulesAsync()
    {
        var read = await _invoker.ReadRulesAsync(Plugin, _options.WaitBudget, CancellationToken.None).ConfigureAwait(false);
        return read.Problems.IsEmpty ? read.Rules : throw new PluginFaultException("rules", string.Join("; ", read.Problems), "");
    }

    /// <summary>Holds the plugin to its own examples, as the host does before it replaces one that runs: each positive must be found and no negative.</summary>
    /// <returns>What is wrong, examples named by their number; empty if all is well.</returns>
    /// <exception cref="PluginFaultException">The rules cannot be read.</exception>
    public async Task<ImmutableArray<string>> CheckRulesAsync()
    {
        var problems = ImmutableArray.CreateBuilder<string>();
        foreach (var rule in await ReadRulesAsync().ConfigureAwait(false))
        {
            var build = RuleIndex.Build([rule], Validators(), new RuleIndexOptions { Stages = RuleStages.All });
            problems.AddRange(build.Rejected.Select(static rejected => $"{rejected.Detector}.{rejected.Rule}: {rejected.Reason}"));
            if (!build.Rejected.IsEmpty)
            {
                continue;
            }

            var trial = new ExampleTrial(rule, build.Index);
            ThrowIfAbandoned(await _lanes.RunAsync(trial, CancellationToken.None).ConfigureAwait(false));
            problems.AddRange(trial.Problems);
        }

        return problems.ToImmutable();
    }

    private async Task<RuleIndex> IndexOfAsync(RuleStages stage)
    {
        if (!_indexes.TryGetValue(stage, out var index))
        {
            var build = RuleIndex.Build(await ReadRulesAsync().ConfigureAwait(false), Validators(), new RuleIndexOptions { Stages = stage });
            index = build.Rejected is [var rejected, ..]
                ? throw new PluginFaultException("rules", $"rule {rejected.Detector}.{rejected.Rule} is refused: {rejected.Reason}", "")
                : _indexes[stage] = build.Index;
        }

        return index;
    }

    private ImmutableDictionary<string, Abstractions.Plugin.IRuleValidator> Validators() =>
        Plugin.Contributions.RuleValidators.ToImmutableDictionary(static validator => validator.Name, StringComparer.Ordinal);

    private void ThrowUnlessOk(PluginCallStatus status)
    {
        if (status == PluginCallStatus.Ok)
        {
            return;
        }

        throw Plugin.Faults.Last is { } fault && status != PluginCallStatus.NotCalled
            ? new PluginFaultException(fault.Operation, fault.TypeName, fault.StackText)
            : new PluginFaultException("call", Plugin.Faults.GetState().Reason is { Length: > 0 } reason ? reason : "the plugin has ended", "");
    }

    private static void ThrowIfAbandoned(PluginRuntime.Lanes.LaneOutcome outcome)
    {
        if (outcome.Status != PluginRuntime.Lanes.LaneStatus.Completed)
        {
            throw new PluginFaultException(outcome.Operation ?? "call", "budget spent", "");
        }
    }
}
