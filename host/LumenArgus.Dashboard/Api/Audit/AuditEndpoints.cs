using System.Globalization;
using System.Text.Json;
using LumenArgus.Dashboard.Exports;
using LumenArgus.Dashboard.Hosting;
using LumenArgus.Dashboard.Problems;
using LumenArgus.Inspection.Generations;
using LumenArgus.Storage.Audit.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LumenArgus.Dashboard.Api.Audit;

/// <summary>The newest lines of the audit log.</summary>
internal sealed class AuditEndpoints(AuditTail audit, CurrentGeneration current) : IDashboardEndpoints
{
    private static readonly (string Name, Func<AuditTailEntry, string> Value)[] Columns =
    [
        ("timestamp", static entry => entry.Timestamp),
        ("request_id", static entry => CsvLine.Number(entry.RequestId)),
        ("provider", static entry => entry.Provider),
        ("model", static entry => entry.Model),
        ("endpoint", static entry => entry.Endpoint),
        ("action", static entry => entry.Action),
        ("finding_count", static entry => CsvLine.Number(entry.FindingCount)),
        ("scan_duration_ms", static entry => entry.ScanDurationMs.ToString(CultureInfo.InvariantCulture)),
        ("request_size_bytes", static entry => CsvLine.Number(entry.RequestSizeBytes)),
    ];

    public void Map(IEndpointRouteBuilder api)
    {
        api.Get("/audit", ListAsync);
        api.Get("/audit/export", ExportAsync);
    }

    private Task<IResult> ListAsync(HttpContext http)
    {
        var query = new Query(http);
        var (limit, offset) = (query.Limit(), query.Offset());
        var all = Read();
        var matching = Matching(all, query).ToList();
        string[] providers = [.. all.Select(static entry => entry.Provider).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var hasChain = current.Peek?.Config.Audit.HashChain ?? false;
        return Task.FromResult(Answer.Json(new AuditList([.. matching.Skip(offset).Take(limit).Select(Parse)], matching.Count, providers, hasChain), DashboardJson.Default.AuditList));
    }

    private Task<IResult> ExportAsync(HttpContext http)
    {
        var query = new Query(http);
        var isCsv = (query.Word("format", Words.Formats) ?? "csv") == "csv";
        var rows = Matching(Read(), query).ToAsyncEnumerable();
        return Task.FromResult<IResult>(isCsv
            ? new CsvExport<AuditTailEntry>("audit", Columns, rows)
            : new JsonExport<AuditTailEntry>("audit", rows, static (json, entry) => json.WriteRawValue(entry.Json.Span, skipInputValidation: true)));
    }

    private IReadOnlyList<AuditTailEntry> Read()
    {
        try
        {
            return audit.Read();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(503, "audit_unavailable", $"The audit log cannot be read: {failure.Message}");
        }
    }

    private static IEnumerable<AuditTailEntry> Matching(IReadOnlyList<AuditTailEntry> entries, Query query)
    {
        var (action, provider, search) = (query.Word("action", Words.Actions), query.Text("provider"), query.Text("search"));
        return entries.Where(entry =>
            (action is null || entry.Action == action) && (provider is null || entry.Provider == provider)
            && (search is null || Contains(entry.Endpoint, search) || Contains(entry.Model, search) || Contains(entry.Provider, search)));
    }

    private static bool Contains(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static JsonElement Parse(AuditTailEntry entry)
    {
        using var document = JsonDocument.Parse(entry.Json);
        return document.RootElement.Clone();
    }
}
