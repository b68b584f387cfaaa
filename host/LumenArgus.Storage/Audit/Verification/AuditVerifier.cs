using System.Security.Cryptography;
using System.Text.Json;
using LumenArgus.Storage.Audit.Reading;

namespace LumenArgus.Storage.Audit.Verification;

/// <summary>
/// Checks hash chains. Anyone who can write the files can also write a new chain from some line on, and cut off the end: that shows only with a last hash that was kept elsewhere.
/// </summary>
/// <param name="expectedHash">The hash of a line that must be there, kept from an earlier check; null for none.</param>
public sealed class AuditVerifier(string? expectedHash = null)
{
    /// <summary>Whether the expected line was there.</summary>
    public bool HasExpected { get; private set; } = expectedHash is null;

    /// <summary>Checks files, and that each continues the one that it says it does.</summary>
    /// <param name="files">The files.</param>
    /// <returns>A report for each, in the order given.</returns>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public IReadOnlyList<AuditFileReport> Check(IReadOnlyList<string> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var reports = files.Select(CheckFile).ToList();
        var byName = new Dictionary<string, AuditFileReport>(StringComparer.Ordinal);
        foreach (var report in reports)
        {
            byName.TryAdd(Path.GetFileName(report.Path), report);
        }

        var continued = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < reports.Count; i++)
        {
            if (reports[i] is { PreviousFile: { } previous, State: AuditFileState.Whole } report)
            {
                reports[i] = CheckBeginning(report, byName.GetValueOrDefault(previous), continued.Add(previous));
            }
        }

        return reports;
    }

    private static AuditFileReport CheckBeginning(AuditFileReport report, AuditFileReport? previous, bool isOnly)
    {
        if (!isOnly)
        {
            return Broken(report, 1, $"a second file says that it continues {report.PreviousFile}");
        }

        if (previous is null)
        {
            return report with { Note = Joined(report.Note, $"continues {report.PreviousFile}, which is not here: deleted by age, or removed") };
        }

        if (previous.State == AuditFileState.Broken)
        {
            return report;
        }

        // A file without a chain is followed by the start of one.
        var expected = previous.LastHash ?? AuditChain.Start;
        return report.FirstLink == expected
            ? report
            : Broken(report, 1, $"does not follow the last line of {report.PreviousFile}: lines at the end of that file were changed, added or cut off");
    }

    private AuditFileReport CheckFile(string path)
    {
        var report = new AuditFileReport(path, AuditFileState.Empty, 0);
        string? last = null;
        foreach (var line in AuditLines.Read(path))
        {
            if (!line.IsWhole)
            {
                report = line.Bytes.IsEmpty
                    ? Broken(report, line.Number, "is too long for a line of this log")
                    : report with { Note = $"ends with a half line of {line.Bytes.Length} bytes: its process was killed, or is just writing it" };
                continue;
            }

            report = CheckLine(report, line, last) with { Lines = line.Number };
            last = report.State == AuditFileState.Unchained && expectedHash is null ? null : HashOf(line);
            HasExpected |= last == expectedHash;
        }

        return report with { LastHash = report.State == AuditFileState.Whole ? last : null };
    }

    private static AuditFileReport CheckLine(AuditFileReport report, AuditLine line, string? last)
    {
        if (report.State == AuditFileState.Broken)
        {
            return report;
        }

        var (isJson, link, file) = LinkOf(line);
        if (line.Number == 1)
        {
            return isJson && link is not null ? CheckFirst(report, link, file) : report with { State = AuditFileState.Unchained };
        }

        if (report.State == AuditFileState.Unchained)
        {
            return link is null ? report : Broken(report, line.Number, "has a hash although the lines before it have none: they were added, or their hashes removed");
        }

        return !isJson ? Broken(report, line.Number, "is no line of this log: it was changed")
            : link is null ? Broken(report, line.Number, "has no hash: it was added, or changed")
            : file is not null ? Broken(report, line.Number, "says that it begins a file: lines of two files were put together")
            : link != last ? Broken(report, line.Number, $"does not follow line {line.Number - 1}: one of the two was changed, or lines between them were removed, added or moved")
            : report;
    }

    private static AuditFileReport CheckFirst(AuditFileReport report, string link, string? file)
    {
        report = report with { State = AuditFileState.Whole, FirstLink = link, PreviousFile = file };
        return file is null && link != AuditChain.Start ? Broken(report, 1, "does not begin a chain: lines before it were removed, or it was changed") : report;
    }

    private static AuditFileReport Broken(AuditFileReport report, long line, string problem) => report.State == AuditFileState.Broken
        ? report
        : report with { State = AuditFileState.Broken, BrokenLine = line, Problem = problem };

    private static string HashOf(AuditLine line) => Convert.ToHexStringLower(SHA256.HashData(line.Bytes.Span));

    private static string Joined(string? first, string second) => first is null ? second : $"{first}; {second}";

    private static (bool IsJson, string? Link, string? File) LinkOf(AuditLine line)
    {
        try
        {
            using var json = JsonDocument.Parse(line.Bytes);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? (true, TextOf(json.RootElement, AuditChain.HashProperty), TextOf(json.RootElement, AuditChain.FileProperty))
                : default;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return default;
        }
    }

    private static string? TextOf(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
