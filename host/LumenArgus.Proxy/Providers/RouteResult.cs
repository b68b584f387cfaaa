namespace LumenArgus.Proxy.Providers;

/// <summary>What the router found: a route, or why there is none; neither where nothing names a destination.</summary>
/// <param name="Route">The route.</param>
/// <param name="Problem">Why there is none.</param>
internal readonly record struct RouteResult(Route? Route, RouteProblem? Problem = null)
{
    /// <summary>The names that <c>/_upstream/</c> knows, where the path has another one.</summary>
    public IReadOnlyList<string>? KnownUpstreams { get; init; }
}
