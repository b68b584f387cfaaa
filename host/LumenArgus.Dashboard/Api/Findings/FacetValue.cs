namespace LumenArgus.Dashboard.Api.Findings;

/// <summary>A value that occurs, and how often.</summary>
internal sealed record FacetValue(string Value, long Count);
