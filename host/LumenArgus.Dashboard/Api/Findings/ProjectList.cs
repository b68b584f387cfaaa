namespace LumenArgus.Dashboard.Api.Findings;

/// <summary>The project folders with findings.</summary>
internal sealed record ProjectList(IReadOnlyList<ProjectView> Projects);
