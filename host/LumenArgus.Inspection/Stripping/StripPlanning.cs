using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Failing;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Inspecting;
using LumenArgus.Scanning.Findings;
using LumenArgus.Scanning.History;

namespace LumenArgus.Inspection.Stripping;

/// <summary>Between findings and the conversation: what has to leave it, and what those that are left mean.</summary>
internal static class StripPlanning
{
    /// <summary>Plans to leave out all that blocks. What does not block stays, wherever it is.</summary>
    /// <returns>The plan; null if something blocks that has no place.</returns>
    public static StripPlan? For(ImmutableArray<Finding> findings, ScanWork work)
    {
        var places = new HashSet<StripPlace>();
        foreach (var finding in Blocking(findings))
        {
            if (work.Collector?.Places(finding) is not { } all)
            {
                return null;
            }

            var refusedAt = work.RefusedAt(finding);
            places.UnionWith(all.Select(span => new StripPlace(span, refusedAt)));
        }

        return StripPlan.For(work.Document!.Body.Span, places);
    }

    /// <summary>The findings because of which a request is refused.</summary>
    public static IEnumerable<Finding> Blocking(ImmutableArray<Finding> findings) => findings.Where(static finding => finding.Action == PolicyAction.Block);

    /// <summary>Gives the findings of a second scan the actions that the first decided; the policy decides about new ones.</summary>
    public static ImmutableArray<Finding> Resolve(ImmutableArray<Finding> findings, ImmutableArray<Finding> decided, Generation generation)
    {
        var actions = new Dictionary<(string Detector, string Type, MatchedText Value), PolicyAction?>();
        foreach (var finding in decided.Where(static finding => finding.Origin == FindingOrigin.Detector))
        {
            actions.TryAdd((finding.Detector, finding.Type, finding.Value), finding.Action);
        }

        var configured = generation.Policy.Evaluate(findings, allowRedact: generation.RedactHook is not null).Findings;
        return [.. findings.Select((finding, i) => actions.TryGetValue((finding.Detector, finding.Type, finding.Value), out var action)
            ? finding with { Action = action }
            : configured[i])];
    }

    /// <summary>The finding that says why the history was not left out.</summary>
    public static Finding Kept(string reason) => FailureFindings.Create(
        FailMode.Closed, FrameworkFindings.HistoryKeptType, Severity.Warning, "history", $"the history of the conversation cannot be left out: {reason}");
}
