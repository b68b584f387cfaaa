using System.Collections.Immutable;

namespace LumenArgus.Forwarding.Bodies;

/// <summary>The outcome of <see cref="ContentDecoder.Decode(BodyLease, IReadOnlyList{string}, DecodeLimits, BodyBudget)"/>.</summary>
/// <param name="Body">
/// The decoded body, to be released by the caller. With <see cref="DecodeStatus.Corrupt"/>, <see cref="DecodeStatus.Cut"/> and <see cref="DecodeStatus.TooLarge"/> it is the part that
/// was decoded, if the last layer was reached. Null otherwise.
/// </param>
/// <param name="Detail">Why not everything was decoded; holds nothing of the body.</param>
/// <param name="Codings">The codings in the order in which they were applied, also those that no header named: what <see cref="ContentEncoder"/> needs to redo them.</param>
public sealed record DecodedBody(DecodeStatus Status, BodyLease? Body, string Detail, ImmutableArray<string> Codings);
