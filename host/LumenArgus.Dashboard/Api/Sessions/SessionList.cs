using LumenArgus.Storage.Findings;

namespace LumenArgus.Dashboard.Api.Sessions;

/// <summary>Conversations with findings.</summary>
internal sealed record SessionList(IReadOnlyList<SessionSummary> Sessions, long Total);
