namespace LumenArgus.Forwarding.Bodies;

/// <summary>A request body as far as it was captured.</summary>
/// <param name="Start">The body, or as much of its start as the limit allows. The caller has to release it.</param>
/// <param name="Rest">What comes behind it; null if that is all.</param>
public readonly record struct CapturedBody(BodyLease Start, BodyRest? Rest);
