using LumenArgus.Forwarding.Upstream;

namespace LumenArgus.Forwarding.Responses;

/// <summary>How the relay of a response ended.</summary>
/// <param name="Outcome">Anything but Ok means that the client's connection was aborted, or had gone.</param>
/// <param name="Bytes">Body bytes given to the client's connection.</param>
/// <param name="Detail">For logs; holds nothing of the body.</param>
public readonly record struct RelayResult(ForwardOutcome Outcome, long Bytes, string Detail);
