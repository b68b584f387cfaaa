using LumenArgus.Abstractions.Model;

namespace LumenArgus.Scanning.Findings;

/// <summary>Where in the body a finding is, all of it.</summary>
public sealed partial class FindingCollector
{
    /// <summary>All that would have to leave the body for a finding to be gone; of a file name, what was read from the file.</summary>
    /// <param name="finding">A finding of the last <see cref="ToFindings"/>, also with another action.</param>
    /// <returns>The ranges; null if not all of them are known.</returns>
    public IReadOnlyList<ByteSpan>? Places(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        lock (_gate)
        {
            if (!IsTold(finding, out var number) || _values[number].IsOverflow)
            {
                return null;
            }

            ref readonly var value = ref _values[number];
            if (value.Name is { } name)
            {
                return document.PlacesOfFile(name) is { Count: > 0 } places ? places : null;
            }

            var hits = OccurrencesOf(number);
            return hits.Count < finding.Count ? null : [.. hits.SelectMany(hit => document.ToBodySpans(hit.Field, hit.Start, hit.Length))];
        }
    }
}
