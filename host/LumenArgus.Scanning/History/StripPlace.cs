using LumenArgus.Abstractions.Model;

namespace LumenArgus.Scanning.History;

/// <summary>What must be gone from a conversation.</summary>
/// <param name="Span">Where it is, within one string.</param>
/// <param name="RefusedAt">Where the latest turn stood when the conversation was last refused because of it; null if it never was.</param>
public readonly record struct StripPlace(ByteSpan Span, TurnPlace? RefusedAt);
