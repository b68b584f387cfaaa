using System.Globalization;
using System.Text;
using LumenArgus.Benchmarks.Client;
using LumenArgus.Benchmarks.Load;
using LumenArgus.Benchmarks.Roles;

namespace LumenArgus.Benchmarks.Reports;

/// <summary>The run as Markdown: one table per mode, every target of a cell in adjacent rows, ratios beside the figures.</summary>
internal static class MarkdownReport
{
    private const string Direct = "direct";

    public static string Write(RunConditions conditions, LoadOptions options, IReadOnlyList<CellResult> results, IReadOnlyList<string> notes)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"# Whole path, {conditions.Started:yyyy-MM-dd HH:mm} UTC").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"- Version {RunConditions.Version}; {RunConditions.Machine}.");
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"- Median of {options.Rounds} rounds of {options.Seconds:0.##} s; took {conditions.Took.TotalSeconds:F0} s; load average before {conditions.LoadBefore}, after {conditions.LoadAfter}.");
        foreach (var note in notes)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"- {note}");
        }

        foreach (var mode in options.Modes)
        {
            WriteTable(text, mode, [.. results.Where(result => result.Cell.Mode == mode)]);
        }

        WriteErrors(text, results);
        return text.ToString();
    }

    private static void WriteTable(StringBuilder text, Mode mode, IReadOnlyList<CellResult> results)
    {
        string[] firstEvent = mode == Mode.Sse ? ["first event ms"] : [];
        string[] firstEventRatio = mode == Mode.Sse ? ["first event"] : [];
        string[] columns =
        [
            "KB", "conn", "target", "req/s", "p50 ms", "p99 ms", .. firstEvent, "CPU µs/req: proxy", "upstream", "client",
            "vs direct: req/s", "p50", "p99", .. firstEventRatio, "vs nginx: req/s", "p50", "p99", .. firstEventRatio, "CPU", "errors",
        ];
        text.AppendLine().AppendLine(TitleOf(mode)).AppendLine();
        text.AppendLine($"| {string.Join(" | ", columns)} |");
        text.AppendLine($"|{string.Concat(columns.Select(static column => column == "target" ? "---|" : "---:|"))}");
        foreach (var result in results)
        {
            var direct = Sibling(results, result, Direct);
            var nginx = result.Target == Direct ? null : Sibling(results, result, Nginx.Name);
            text.AppendLine($"| {string.Join(" | ", Row(result, mode, direct, nginx))} |");
        }
    }

    private static string TitleOf(Mode mode) => mode switch
    {
        Mode.Sse => "## Server-sent events",
        Mode.Growing => "## Growing conversations",
        _ => "## Plain answers",
    };

    private static IEnumerable<string> Row(CellResult result, Mode mode, Measurement? direct, Measurement? nginx)
    {
        var figures = result.Figures;
        string[] firstEvent = mode == Mode.Sse ? [Number(figures.FirstEvent, "F2")] : [];
        return
        [
            $"{result.Cell.Kilobytes}", $"{result.Cell.Connections}", result.Target,
            Number(figures.RequestsPerSecond, "F0"), Number(figures.P50, "F2"), Number(figures.P99, "F2"), .. firstEvent,
            Number(figures.ProxyCpu, "F0"), Number(figures.UpstreamCpu, "F0"), Number(figures.ClientCpu, "F0"),
            .. Ratios(figures, mode, direct), .. Ratios(figures, mode, nginx), Ratio(figures.ProxyCpu, nginx?.ProxyCpu),
            $"{figures.Errors.Count}",
        ];
    }

    private static Measurement? Sibling(IReadOnlyList<CellResult> results, CellResult of, string target) => of.Target == target
        ? null
        : results.FirstOrDefault(result => result.Cell == of.Cell && result.Target == target)?.Figures;

    private static string[] Ratios(Measurement figures, Mode mode, Measurement? other) =>
    [
        Ratio(figures.RequestsPerSecond, other?.RequestsPerSecond), Ratio(figures.P50, other?.P50), Ratio(figures.P99, other?.P99),
        .. mode == Mode.Sse ? new[] { Ratio(figures.FirstEvent, other?.FirstEvent) } : [],
    ];

    private static string Ratio(double figure, double? other) => Number(figure / (other ?? double.NaN), "F2") is var text && text != "–" ? text + "×" : "–";

    private static string Number(double value, string format) => double.IsFinite(value) ? value.ToString(format, CultureInfo.InvariantCulture) : "–";

    private static void WriteErrors(StringBuilder text, IReadOnlyList<CellResult> results)
    {
        var wrong = results.Where(static result => result.Figures.Errors.Count > 0).ToList();
        text.AppendLine().AppendLine(wrong.Count == 0 ? "Every response was complete and correct." : "## Errors: these figures are not to be used").AppendLine();
        foreach (var result in wrong)
        {
            var reasons = result.Figures.Errors.CountBy(static reason => reason).Select(static reason => $"{reason.Key} ({reason.Value})");
            text.AppendLine($"- {result.Cell}, {result.Target}: {string.Join(", ", reasons)}");
        }
    }
}
