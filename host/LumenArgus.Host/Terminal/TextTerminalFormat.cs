using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Host.Output;
using LumenArgus.Inspection.Modes;
using LumenArgus.Inspection.Records;
using LumenArgus.Inspection.Reloading;
using LumenArgus.Storage;

namespace LumenArgus.Host.Terminal;

/// <summary>One line per request, and a block under it for what a person must see.</summary>
internal sealed class TextTerminalFormat(Ansi ansi) : ITerminalFormat
{
    private const int MaxFindingsInLine = 4;
    private const int MaxFindingsInBlock = 10;
    private const int LongestKept = 8 * 1024;

    // Lines are written on the path of the request, and most of one would be the room it grows in.
    [ThreadStatic]
    private static StringBuilder? _text;

    private static readonly string[] ModelPrefixes = ["claude-", "gpt-", "gemini-"];

    private readonly string _critical = ansi.Red("[CRITICAL]");
    private readonly string _high = ansi.Red("[HIGH]    ");
    private readonly string _warning = ansi.Yellow("[WARNING] ");
    private readonly string _info = ansi.Dim("[INFO]    ");

    public string Started(StartInfo info) => new StartBanner(ansi).Render(info);

    public string Request(ExchangeRecord record)
    {
        var action = WireNames.Of(record.Scan.Action);
        var sizes = Size(record.RequestBytes) + "->" + Size(record.ResponseBytes);
        var text = Begin().Append("  ")
            .Append(ansi.Dim($"#{record.RequestId,-3}")).Append(' ')
            .Append($"{Printable(record.Method, 8),-4} {Printable(record.Path, 20),-20} {ShortModel(record.Model),-12} {sizes,13} {Duration(record.Duration),7}  ")
            .Append(record.Error is null || record.Passed || record.Scan.Action == PolicyAction.Block ? Coloured(action, action.ToUpperInvariant()) : ansi.Red("ERROR"))
            .Append(record.Error is not null && record.Passed ? " " + ansi.Red("ERROR") : "")
            .Append(record.ClientLeft ? ansi.Dim(" (client left)") : "");
        if (record.Scan.Findings.Length > 0)
        {
            AppendInLine(text, record.Scan.Findings);
        }

        return text.ToString();
    }

    public string? Warning(ExchangeRecord record) => Alarm(record, "request", (record.Passed, record.Scan.Action) switch
    {
        (true, PolicyAction.Strip) => ansi.Cyan($"  STRIPPED: the request is sent on to {PrintableText.Of(record.Provider)} without those parts of its history that would block it."),
        (true, _) => ansi.Yellow($"  The request is sent on to {PrintableText.Of(record.Provider)}."),
        _ => ansi.Red("  BLOCKED: nothing is sent."),
    });

    public string? Response(ExchangeRecord record) => Alarm(
        record,
        "the response to request",
        record.Scan.Action == PolicyAction.Block ? ansi.Red("  BLOCKED: the tool does not get it.") : ansi.Yellow("  The tool gets it all the same."));

    private string? Alarm(ExchangeRecord record, string subject, string outcome)
    {
        if (record.Scan.Action is not (PolicyAction.Alert or PolicyAction.Redact or PolicyAction.Block or PolicyAction.Strip))
        {
            return null;
        }

        var findings = record.Scan.Findings;
        var text = Begin().Append(ansi.Alarm(Invariant($"lumen-argus: {findings.Length} finding(s) detected")))
            .Append(Invariant($" in {subject} #{record.RequestId}"));
        AppendFindings(text, findings);
        return text.Append('\n').Append(outcome).ToString();
    }

    public string Error(long requestId, string text) =>
        $"  {ansi.Red("[ERROR]")} Request #{requestId.ToString(CultureInfo.InvariantCulture)}: {PrintableText.Of(text)}";

    public string Reloaded(ReloadReport report) => new ReloadSummary(ansi).Render(report);

    public string ModeChanged(ModeState state) => state.Mode == ProxyMode.Active
        ? ansi.Green("  inspection is on")
        : ansi.Alarm($"INSPECTION IS OFF ({state})") + ": everything is forwarded without being looked at. 'lumen-argus mode active' switches it on.";

    public string Stopping(long openRequests, TimeSpan patience) =>
        Invariant($"  stopping — {openRequests} request(s) still open, waiting up to {patience.TotalSeconds:F0}s; Ctrl-C again ends now");

    public string Stopped(SessionSnapshot session, long linesNotShown)
    {
        if (session.TotalRequests == 0)
        {
            return "  shutdown";
        }

        var text = new StringBuilder("  shutdown — ")
            .Append(Invariant($"{session.TotalRequests} requests | {session.Count("block")} blocked | {session.Count("alert")} alerts"))
            .Append(Invariant($" | avg scan {session.AverageScanMs:F1}ms"));
        if (session.FindingTypes.Count > 0)
        {
            var counts = session.FindingTypes
                .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => Invariant($"{PrintableText.Of(pair.Key)}×{pair.Value}"));
            text.Append("\n  findings: ").AppendJoin(", ", counts);
        }

        if (linesNotShown > 0)
        {
            text.Append(Invariant($"\n  {linesNotShown} lines were not shown because the terminal was too slow; the audit log has them"));
        }

        return text.ToString();
    }

    private static StringBuilder Begin()
    {
        if (_text is null || _text.Capacity > LongestKept)
        {
            _text = new StringBuilder(LongestKept / 4);
        }

        return _text.Clear();
    }

    private static void AppendInLine(StringBuilder text, ImmutableArray<Finding> findings)
    {
        var separator = "  ";
        foreach (var finding in WorstFirst(findings, MaxFindingsInLine))
        {
            text.Append(separator).Append(PrintableText.Of(finding.Type));
            if (finding.Count > 1)
            {
                text.Append(CultureInfo.InvariantCulture, $"×{finding.Count}");
            }
            else
            {
                text.Append(" (").Append(Printable(finding.Location, 80)).Append(')');
            }

            separator = ", ";
        }

        var rest = findings.Length - MaxFindingsInLine;
        if (rest > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $", +{rest} more");
        }
    }

    // Nearly always they are alike, and in order as they are.
    private static IEnumerable<Finding> WorstFirst(ImmutableArray<Finding> findings, int most)
    {
        for (var i = 1; i < findings.Length; i++)
        {
            if (findings[i].Severity > findings[i - 1].Severity)
            {
                return findings.OrderByDescending(static finding => finding.Severity).Take(most);
            }
        }

        return findings.Take(most);
    }

    private string Label(Severity severity) => severity switch
    {
        Severity.Critical => _critical,
        Severity.High => _high,
        Severity.Warning => _warning,
        _ => _info,
    };

    private void AppendFindings(StringBuilder text, ImmutableArray<Finding> findings)
    {
        foreach (var finding in WorstFirst(findings, MaxFindingsInBlock))
        {
            text.Append("\n  ").Append(Label(finding.Severity))
                .Append(' ').Append(PrintableText.Of(finding.Detector)).Append(": ").Append(PrintableText.Of(finding.Type));
            if (finding.Count > 1)
            {
                text.Append(CultureInfo.InvariantCulture, $" (x{finding.Count})");
            }

            if (finding.Verdict != Verdict.None)
            {
                text.Append(", ").Append(WireNames.Of(finding.Verdict)?.Replace('_', ' ')).Append(',');
            }

            text.Append(" at ").Append(Printable(finding.Location, 120));
            if (finding is { Origin: FindingOrigin.Framework, Detail.Length: > 0 })
            {
                text.Append(": ").Append(Printable(finding.Detail, 200));
            }
        }

        if (findings.Length > MaxFindingsInBlock)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n  ... and {findings.Length - MaxFindingsInBlock} more, see the audit log");
        }
    }

    private string Coloured(string action, string text) => action switch
    {
        "pass" => ansi.Green(text),
        "alert" => ansi.Yellow(text),
        "block" => ansi.Red(text),
        "redact" or WireNames.Strip => ansi.Cyan(text),
        _ => ansi.Dim(text),
    };

    private static string ShortModel(string? model)
    {
        var name = model ?? "";
        var prefix = ModelPrefixes.FirstOrDefault(prefix => name.StartsWith(prefix, StringComparison.Ordinal));
        return Printable(prefix is null ? name : name[prefix.Length..], 12);
    }

    private static string Printable(string text, int maxLength) => PrintableText.Of(text.Length > maxLength ? text[..maxLength] : text);

    private static string Size(long bytes) => bytes switch
    {
        < 1_000 => Invariant($"{bytes}B"),
        < 999_950 => Invariant($"{bytes / 1e3:F1}k"),
        _ => Invariant($"{bytes / 1e6:F1}M"),
    };

    private static string Duration(TimeSpan duration) => duration.TotalMilliseconds < 999.5
        ? Invariant($"{duration.TotalMilliseconds:F0}ms")
        : Invariant($"{duration.TotalSeconds:F1}s");

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
