using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;
using LumenArgus.Inspection.Generations;

namespace LumenArgus.Inspection.Rules;

/// <summary>The licence as a plugin has found it for the generation in use. One that has expired since then holds no longer.</summary>
/// <param name="current">The generation in use.</param>
/// <param name="clock">The time.</param>
public sealed class CheckedLicence(CurrentGeneration current, TimeProvider clock) : ILicence
{
    /// <inheritdoc/>
    public bool IsValid => State is { IsValid: true } state && !(state.ExpiresAt <= clock.GetUtcNow());

    /// <inheritdoc/>
    public LicenceState? State => current.Peek?.Licence;
}
