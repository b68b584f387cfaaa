namespace LumenArgus.Forwarding.Upstream;

/// <summary>What became of a request: a response head to relay, or the reason why there is none.</summary>
/// <param name="Outcome">Ok exactly if <paramref name="Response"/> is there.</param>
/// <param name="Detail">For logs and error bodies: names the host, never a path, a query or a header value. Empty when all went well.</param>
/// <param name="Response">To be disposed by the caller: it holds the connection and the slot.</param>
/// <param name="Attempts">How many times a connection was tried. A request body is never sent more than once.</param>
public sealed record ForwardResult(ForwardOutcome Outcome, string Detail, UpstreamResponse? Response, int Attempts);
