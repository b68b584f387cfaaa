using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Inspection.Responses;

/// <summary>What a plugin has said about a response that is held.</summary>
/// <param name="Findings">Its findings and those of the host, each with its action.</param>
/// <param name="IsBlocked">Whether the caller must not get the response.</param>
public sealed record ResponseVerdict(ImmutableArray<Finding> Findings, bool IsBlocked);
