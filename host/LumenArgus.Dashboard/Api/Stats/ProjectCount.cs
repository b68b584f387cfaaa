namespace LumenArgus.Dashboard.Api.Stats;

/// <summary>The findings of a project folder.</summary>
internal sealed record ProjectCount(string WorkingDirectory, long Count);
