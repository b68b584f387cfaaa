using System.Collections.Immutable;

namespace LumenArgus.Abstractions.Model;

/// <summary>A copy of the texts of an exchange for a detector that waits.</summary>
/// <param name="Fields">The texts.</param>
/// <param name="Provider">Identifier of the provider.</param>
/// <param name="Model">Model named in the request, or null.</param>
/// <param name="Session">Who sent it.</param>
public sealed record OwnedScanBatch(ImmutableArray<OwnedScanField> Fields, string Provider, string? Model, SessionContext Session);
