using System.Globalization;
using System.Text;

namespace LumenArgus.Proxy.Control;

/// <summary>Writes metrics in the Prometheus text format 0.0.4 (prometheus.io/docs/instrumenting/exposition_formats).</summary>
internal sealed class MetricsText : MetricsWriter
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private readonly StringBuilder _text = new();
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>Appends what a plugin gives; a comment in its place if it is wrong or names what is there already. Scrapers refuse the whole page otherwise.</summary>
    public MetricsText Append(string pluginId, string text)
    {
        var lines = ExpositionLines.Read(text);
        if (lines.Problem is null && lines.Names.FirstOrDefault(_names.Contains) is not { } taken)
        {
            _names.UnionWith(lines.Names);
            _text.Append(text).Append(text.EndsWith('\n') ? "" : "\n");
        }
        else
        {
            _text.Append("# the metrics of plugin ").Append(pluginId).Append(" are left out: ").Append(lines.Problem ?? "a name is taken").Append('\n');
        }

        return this;
    }

    public override string ToString() => _text.ToString();

    protected override void Family(string name, string help, string type)
    {
        _names.Add(name);
        _text.Append("# HELP ").Append(name).Append(' ').Append(help).Append("\n# TYPE ").Append(name).Append(' ').Append(type).Append('\n');
    }

    protected override void Sample(string name, ReadOnlySpan<MetricLabel> labels, double value)
    {
        _names.Add(name);
        _text.Append(name);
        for (var i = 0; i < labels.Length; i++)
        {
            _text.Append(i == 0 ? '{' : ',').Append(labels[i].Name).Append("=\"").Append(Escape(labels[i].Value)).Append('"');
        }

        _text.Append(labels.IsEmpty ? " " : "} ").Append(value.ToString("R", CultureInfo.InvariantCulture)).Append('\n');
    }

    private static string Escape(string value) =>
        value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
