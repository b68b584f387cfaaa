using System.Diagnostics.Metrics;
using LumenArgus.Proxy.Control;

namespace LumenArgus.Proxy.Telemetry;

/// <summary>The metrics of one moment.</summary>
internal sealed class MetricsReading : MetricsWriter
{
    private readonly Dictionary<string, (string Help, bool IsCounter)> _instruments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Measurement<double>>> _values = new(StringComparer.Ordinal);
    private string _help = "";
    private bool _isCounter;

    /// <summary>All instruments, with what they mean.</summary>
    public IReadOnlyDictionary<string, (string Help, bool IsCounter)> Instruments => _instruments;

    public IEnumerable<Measurement<double>> Values(string instrument) => _values.GetValueOrDefault(instrument) ?? [];

    protected override void Family(string name, string help, string type)
    {
        _help = help;
        _isCounter = type != "gauge";
        if (type != "histogram")
        {
            _instruments.TryAdd(name, (help, _isCounter));
        }
    }

    protected override void Sample(string name, ReadOnlySpan<MetricLabel> labels, double value)
    {
        _instruments.TryAdd(name, (_help, _isCounter));
        if (!_values.TryGetValue(name, out var values))
        {
            _values.Add(name, values = []);
        }

        var tags = new KeyValuePair<string, object?>[labels.Length];
        for (var i = 0; i < tags.Length; i++)
        {
            tags[i] = KeyValuePair.Create<string, object?>(labels[i].Name, labels[i].Value);
        }

        values.Add(new Measurement<double>(value, tags));
    }
}
