namespace LumenArgus.Proxy.Providers;

/// <summary>It is known whose request it is, but it cannot be sent on.</summary>
/// <param name="Provider">The wire format, for the answer.</param>
/// <param name="Message">Why, and what to do, in words for the caller.</param>
internal sealed record RouteProblem(RoutedProvider Provider, string Message);
