using System.Collections.Frozen;

namespace LumenArgus.Proxy.Control;

/// <summary>One histogram for each of a fixed set of label values; other values are not observed.</summary>
internal sealed class LabelledHistogram(params IEnumerable<string> labels)
{
    private readonly FrozenDictionary<string, Histogram> _histograms = labels.ToFrozenDictionary(static label => label, static _ => new Histogram(), StringComparer.Ordinal);

    public IEnumerable<(string Label, Histogram Histogram)> All => _histograms.OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => (pair.Key, pair.Value));

    public void Observe(string label, TimeSpan value)
    {
        if (_histograms.TryGetValue(label, out var histogram))
        {
            histogram.Observe(value);
        }
    }
}
