using LumenArgus.Storage.Findings;

namespace LumenArgus.Dashboard.Api.Findings;

/// <summary>What findings can be filtered by.</summary>
internal sealed record FacetLists(
    IReadOnlyList<FacetValue> Severity,
    IReadOnlyList<FacetValue> Detector,
    IReadOnlyList<FacetValue> Action,
    IReadOnlyList<FacetValue> Provider,
    IReadOnlyList<FacetValue> Client,
    IReadOnlyList<FacetValue> FindingType,
    IReadOnlyList<FacetValue> Origin)
{
    public static FacetLists Of(FindingFacets facets) => new(
        List(facets.Severity), List(facets.Detector), List(facets.Action), List(facets.Provider), List(facets.Client), List(facets.FindingType), List(facets.Origin));

    private static List<FacetValue> List(IReadOnlyList<NamedCount> counts) => [.. counts.Select(static count => new FacetValue(count.Name, count.Count))];
}
