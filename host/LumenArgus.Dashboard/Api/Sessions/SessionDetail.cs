using LumenArgus.Storage.Findings;

namespace LumenArgus.Dashboard.Api.Sessions;

/// <summary>A conversation and its newest turns.</summary>
/// <param name="Session">The conversation; without findings the counts are zero.</param>
/// <param name="Turns">The newest turn first.</param>
/// <param name="TaintedAt">The exchange of its first finding; null if it has none.</param>
internal sealed record SessionDetail(SessionSummary Session, IReadOnlyList<SessionTurn> Turns, string? TaintedAt);
