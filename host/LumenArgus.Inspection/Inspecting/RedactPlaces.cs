using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Fields;

namespace LumenArgus.Inspection.Inspecting;

/// <summary>
/// The places of findings as a redact hook gets them: each once, with what stands in it. Several values in one encoded run have the same place, and an address and the password
/// in it overlap; either can be replaced only once, so they become one finding, of the most severe.
/// </summary>
internal static class RedactPlaces
{
    /// <summary>
    /// What cannot be replaced where it stands blocks: the name of a file, a value that a provider has signed, one of which not every place is known. Then it leaves with the
    /// history, or the person is told what it is.
    /// </summary>
    public static PolicyDecision BlockFixed(PolicyDecision decision, ScanWork work)
    {
        if (!decision.Findings.Any(finding => IsFixed(finding, work)))
        {
            return decision;
        }

        return decision with
        {
            Action = PolicyAction.Block,
            Findings = [.. decision.Findings.Select(finding => IsFixed(finding, work) ? finding with { Action = PolicyAction.Block } : finding)],
        };
    }

    public static ImmutableArray<Finding> Of(IEnumerable<Finding> occurrences, BodyDocument document)
    {
        var places = ImmutableArray.CreateBuilder<Finding>();
        foreach (var occurrence in occurrences.OrderBy(static finding => finding.Span!.Value.Start).ThenByDescending(static finding => finding.Span!.Value.Length))
        {
            if (places.Count > 0 && places[^1].Span!.Value.Overlaps(occurrence.Span!.Value))
            {
                places[^1] = Join(places[^1], occurrence);
            }
            else
            {
                places.Add(occurrence);
            }
        }

        return [.. places.Select(place => document.TextAt(place.Span!.Value) is { } text ? place with { Value = new MatchedText(text) } : place)];
    }

    private static bool IsFixed(Finding finding, ScanWork work)
    {
        if (finding.Action != PolicyAction.Redact)
        {
            return false;
        }

        var places = work.Collector?.Occurrences(finding) ?? [];
        return places.Count < finding.Count || places.Any(place => work.Document!.IsImmutable(place.Span!.Value));
    }

    // The first one is the longer one where both begin at the same byte.
    private static Finding Join(Finding first, Finding next)
    {
        var start = first.Span!.Value.Start;
        var end = Math.Max(first.Span.Value.End, next.Span!.Value.End);
        return (next.Severity > first.Severity ? next : first) with { Span = new ByteSpan(start, end - start) };
    }
}
