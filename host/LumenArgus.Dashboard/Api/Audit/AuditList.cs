using System.Text.Json;

namespace LumenArgus.Dashboard.Api.Audit;

/// <summary>Lines of the audit log as they stand there.</summary>
/// <param name="Entries">The lines.</param>
/// <param name="Total">How many match.</param>
/// <param name="Providers">All providers that occur.</param>
/// <param name="HashChain">Whether a line that is written now carries the hash of the one before (<c>audit.hash_chain</c>).</param>
internal sealed record AuditList(IReadOnlyList<JsonElement> Entries, int Total, IReadOnlyList<string> Providers, bool HashChain);
