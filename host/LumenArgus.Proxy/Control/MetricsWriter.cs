using System.Globalization;

namespace LumenArgus.Proxy.Control;

/// <summary>Takes metrics in the shapes that they have in the product, and breaks them down into families of samples.</summary>
internal abstract class MetricsWriter
{
    public MetricsWriter Gauge(string name, string help, long value) => Single(name, help, "gauge", value);

    public MetricsWriter Counter(string name, string help, long value) => Single(name, help, "counter", value);

    public MetricsWriter Counter(string name, string help, string label, LabelledCounter counter) => Counter(name, help, label, counter.Snapshot());

    public MetricsWriter Counter(string name, string help, string label, IEnumerable<(string Label, long Count)> counts)
    {
        Family(name, help, "counter");
        foreach (var (value, count) in counts)
        {
            Sample(name, [new MetricLabel(label, value)], count);
        }

        return this;
    }

    /// <summary>A family whose samples have two labels.</summary>
    public MetricsWriter Labelled(
        string name, string help, string type, string first, string second, IEnumerable<(string First, string Second, double Value)> samples)
    {
        Family(name, help, type);
        foreach (var sample in samples)
        {
            Sample(name, [new MetricLabel(first, sample.First), new MetricLabel(second, sample.Second)], sample.Value);
        }

        return this;
    }

    public MetricsWriter Histogram(string name, string help, Histogram histogram)
    {
        Family(name, help, "histogram");
        Samples(name, [], histogram);
        return this;
    }

    public MetricsWriter Histogram(string name, string help, string label, LabelledHistogram histograms)
    {
        Family(name, help, "histogram");
        foreach (var (value, histogram) in histograms.All)
        {
            Samples(name, [new MetricLabel(label, value)], histogram);
        }

        return this;
    }

    /// <summary>Begins a family; its samples follow.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="help">What it means.</param>
    /// <param name="type">gauge, counter or histogram.</param>
    protected abstract void Family(string name, string help, string type);

    /// <summary>Takes one sample.</summary>
    protected abstract void Sample(string name, ReadOnlySpan<MetricLabel> labels, double value);

    private MetricsWriter Single(string name, string help, string type, long value)
    {
        Family(name, help, type);
        Sample(name, [], value);
        return this;
    }

    private void Samples(string name, ReadOnlySpan<MetricLabel> labels, Histogram histogram)
    {
        var counts = histogram.Cumulative();
        for (var i = 0; i < counts.Length; i++)
        {
            var bound = i < Control.Histogram.Bounds.Count ? Control.Histogram.Bounds[i].ToString(CultureInfo.InvariantCulture) : "+Inf";
            Sample(name + "_bucket", [.. labels, new MetricLabel("le", bound)], counts[i]);
        }

        Sample(name + "_sum", labels, histogram.Sum);
        Sample(name + "_count", labels, counts[^1]);
    }
}
