namespace LumenArgus.Dashboard.Api.Stats;

/// <summary>The findings of an account.</summary>
internal sealed record AccountCount(string AccountId, long Count);
