using System.Text.Json;

namespace LumenArgus.Dashboard.Api.Audit;

/// <summary>Lines of the audit log as they stand there.</summary>
internal sealed record AuditList(IReadOnlyList<JsonElement> Entries, int Total, IReadOnlyList<string> Providers);
