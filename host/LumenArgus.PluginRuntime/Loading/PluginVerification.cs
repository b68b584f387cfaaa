using System.Collections.Immutable;
using LumenArgus.PluginRuntime.Discovery;
using LumenArgus.PluginRuntime.Trust;

namespace LumenArgus.PluginRuntime.Loading;

/// <summary>What can be told of a plugin's folder without running anything of it.</summary>
/// <param name="Candidate">What was found.</param>
/// <param name="ContentHash">Hash of its content; empty where it cannot be read.</param>
/// <param name="Problem">Why it would be refused; null if nothing speaks against it so far.</param>
public sealed record PluginVerification(PluginCandidate Candidate, string ContentHash, string? Problem)
{
    /// <summary>What its code refers to beyond plain computation.</summary>
    public ImmutableArray<string> Uses { get; init; } = [];

    /// <summary>What its code refers to that can keep it in memory when it is replaced.</summary>
    public ImmutableArray<string> PinRisks { get; init; } = [];

    /// <summary>Why it may be loaded; empty where it may not.</summary>
    public string Trust { get; init; } = "";

    /// <summary>Looks at a plugin's folder: manifest, contract, entry. What shows only when its types are resolved or its code runs does not show here.</summary>
    /// <param name="candidate">What was found.</param>
    /// <param name="gate">Which plugins may be loaded.</param>
    /// <returns>What can be told.</returns>
    public static PluginVerification Of(PluginCandidate candidate, TrustGate gate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        ArgumentNullException.ThrowIfNull(gate);
        var known = "";
        try
        {
            var hash = known = ShadowStore.HashOf(candidate.Folder);
            if (candidate.Rejection is not null || candidate.Manifest is not { } manifest)
            {
                return new PluginVerification(candidate, hash, candidate.Rejection);
            }

            PluginGates.CheckManifest(manifest);
            var report = PluginGates.CheckFiles(manifest, candidate.Folder);
            gate.CheckFolder(candidate.Folder);
            var trust = gate.Check(manifest, candidate.Folder, hash);
            return new PluginVerification(candidate, hash, Problem: null) { Uses = report.Uses, PinRisks = report.PinRisks, Trust = trust };
        }
        catch (PluginLoadException exception)
        {
            return new PluginVerification(candidate, known, exception.Message);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new PluginVerification(candidate, "", $"its folder cannot be read: {exception.Message}");
        }
    }
}
