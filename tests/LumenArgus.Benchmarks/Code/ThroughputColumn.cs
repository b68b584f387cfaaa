using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace LumenArgus.Benchmarks.Code;

/// <summary>Megabytes (10^6 bytes) of body per second, for benchmarks with a parameter <c>Kilobytes</c>: from the median, as one slow round on a shared machine says nothing.</summary>
internal sealed class ThroughputColumn : IColumn
{
    private const string Parameter = "Kilobytes";

    public string Id => nameof(ThroughputColumn);

    public string ColumnName => "MB/s";

    public bool AlwaysShow => false;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public string Legend => "Body bytes per second, in units of 1,000,000";

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public bool IsAvailable(Summary summary) => summary.BenchmarksCases.Any(static benchmark => benchmark.Parameters.Items.Any(static item => item.Name == Parameter));

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) => GetValue(summary, benchmarkCase, summary.Style);

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style)
    {
        var kilobytes = benchmarkCase.Parameters.Items.FirstOrDefault(static item => item.Name == Parameter)?.Value;
        var nanoseconds = summary[benchmarkCase]?.ResultStatistics?.Median;
        return kilobytes is int size && nanoseconds is { } time
            ? (size * 1024 * 1000 / time).ToString("F0", CultureInfo.InvariantCulture)
            : "-";
    }
}
