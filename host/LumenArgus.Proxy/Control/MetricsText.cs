using System.Globalization;
using System.Text;

namespace LumenArgus.Proxy.Control;

/// <summary>Writes metrics in the Prometheus text format 0.0.4 (prometheus.io/docs/instrumenting/exposition_formats).</summary>
internal sealed class MetricsText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private readonly StringBuilder _text = new();

    public MetricsText Gauge(string name, string help, long value) => Single(name, help, "gauge", value);

    public MetricsText Counter(string name, string help, long value) => Single(name, help, "counter", value);

    public MetricsText Counter(string name, string help, string label, LabelledCounter counter) => Counter(name, help, label, counter.Snapshot());

    public MetricsText Counter(string name, string help, string label, IEnumerable<(string Label, long Count)> counts)
    {
        Head(name, help, "counter");
        foreach (var (value, count) in counts)
        {
            _text.Append(name).Append('{').Append(label).Append("=\"").Append(Escape(value)).Append("\"} ").Append(count).Append('\n');
        }

        return this;
    }

    public MetricsText Histogram(string name, string help, Histogram histogram)
    {
        Head(name, help, "histogram");
        Append(name, "", histogram);
        return this;
    }

    public MetricsText Histogram(string name, string help, string label, LabelledHistogram histograms)
    {
        Head(name, help, "histogram");
        foreach (var (value, histogram) in histograms.All)
        {
            Append(name, $"{label}=\"{Escape(value)}\"", histogram);
        }

        return this;
    }

    private void Append(string name, string label, Histogram histogram)
    {
        var counts = histogram.Cumulative();
        var (and, all) = label.Length == 0 ? ("", "") : (label + ",", "{" + label + "}");
        for (var i = 0; i < counts.Length; i++)
        {
            var bound = i < Control.Histogram.Bounds.Count ? Control.Histogram.Bounds[i].ToString(CultureInfo.InvariantCulture) : "+Inf";
            _text.Append(name).Append("_bucket{").Append(and).Append("le=\"").Append(bound).Append("\"} ").Append(counts[i]).Append('\n');
        }

        _text.Append(name).Append("_sum").Append(all).Append(' ').Append(histogram.Sum.ToString("R", CultureInfo.InvariantCulture)).Append('\n');
        _text.Append(name).Append("_count").Append(all).Append(' ').Append(counts[^1]).Append('\n');
    }

    public override string ToString() => _text.ToString();

    private static string Escape(string value) =>
        value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private MetricsText Single(string name, string help, string type, long value)
    {
        Head(name, help, type);
        _text.Append(name).Append(' ').Append(value).Append('\n');
        return this;
    }

    private void Head(string name, string help, string type) =>
        _text.Append("# HELP ").Append(name).Append(' ').Append(help).Append("\n# TYPE ").Append(name).Append(' ').Append(type).Append('\n');
}
