namespace LumenArgus.Dashboard.Api;

/// <summary>What was deleted.</summary>
internal sealed record DeletedAnswer(string Deleted);
