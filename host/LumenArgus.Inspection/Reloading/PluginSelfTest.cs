using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Forwarding.Bodies;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Inspecting;
using LumenArgus.PluginRuntime.Lanes;
using LumenArgus.PluginRuntime.Loading;

namespace LumenArgus.Inspection.Reloading;

/// <summary>Tries plugins that were just loaded, in a generation that is not in use: their rules must find their own examples, and their code must survive a text.</summary>
public sealed class PluginSelfTest(ScanLanes lanes, Inspector inspector)
{
    // A job holds a lane that the traffic needs too; this many rules take a few milliseconds.
    private const int RulesAtATime = 50;

    private static readonly byte[] Text = Encoding.UTF8.GetBytes(
        """{"model":"self-test","messages":[{"role":"user","content":"The quick brown fox jumps over the lazy dog."}]}""");

    /// <summary>Runs the code of all plugins of the generation over a text without secrets.</summary>
    /// <param name="generation">The generation.</param>
    /// <param name="cancellationToken">The process ends.</param>
    /// <returns>A task that ends when the text was looked at.</returns>
    public async Task InspectAsync(Generation generation, CancellationToken cancellationToken)
    {
        var body = BodyLease.Own([.. Text]);
        try
        {
            await inspector.InspectAsync(
                new InspectionRequest { Request = new RequestInfo(0, Guid.Empty, "POST", "/"), Provider = "self-test", Body = body }, generation, cancellationToken);
        }
        finally
        {
            body.Release();
        }
    }

    /// <summary>Holds one plugin to its own examples.</summary>
    /// <param name="generation">The generation, which has been given the text of <see cref="InspectAsync"/>.</param>
    /// <param name="plugin">One of its plugins.</param>
    /// <param name="cancellationToken">The process ends.</param>
    /// <returns>What is wrong; null if all is well.</returns>
    public async Task<string?> CheckAsync(Generation generation, PluginHandle plugin, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(generation);
        ArgumentNullException.ThrowIfNull(plugin);
        foreach (var rules in generation.Catalogue.Where(rule => rule.Origin == plugin.Id && rule.IsUsed && !rule.Rule.Positives.IsEmpty).Chunk(RulesAtATime))
        {
            var isInbound = rules.ToLookup(static rule => !rule.Rule.Stages.HasFlag(RuleStages.Request));
            if (await TryAsync([.. isInbound[false].Select(static rule => rule.Rule)], generation.Rules, cancellationToken) is { } problem)
            {
                return problem;
            }

            // Rules for what comes in are in an index of their own, if anything looks at that.
            var responses = generation.ResponseRules ?? generation.InboundRules?.Index;
            if (responses is not null && generation.Config.Pipeline.ResponseInjection
                && await TryAsync([.. isInbound[true].Select(static rule => rule.Rule)], responses, cancellationToken) is { } inbound)
            {
                return inbound;
            }
        }

        return plugin.Faults.Last is { } fault ? $"it failed on a test text: {fault.TypeName} in {fault.Operation}" : null;
    }

    private async Task<string?> TryAsync(IReadOnlyList<DetectionRule> rules, Scanning.Rules.RuleIndex index, CancellationToken cancellationToken)
    {
        var job = new RuleTrialJob(rules, index);
        var outcome = await lanes.RunAsync(job, cancellationToken);
        return outcome.Status == LaneStatus.Completed ? job.Problem : $"{outcome.Operation} of plugin {outcome.PluginId} ran over its budget";
    }
}
