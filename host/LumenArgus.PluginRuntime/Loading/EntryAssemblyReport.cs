using System.Collections.Immutable;

namespace LumenArgus.PluginRuntime.Loading;

/// <summary>What the metadata of a plugin's dll says. Nothing of the dll has run.</summary>
/// <param name="ContractVersion">Version of the contract it was compiled against; null if it does not refer to it.</param>
/// <param name="Uses">What it refers to beyond plain computation.</param>
/// <param name="PinRisks">What it refers to that can keep it in memory, with what to do instead; see <see cref="Loading.PinRisks"/>.</param>
internal sealed record EntryAssemblyReport(Version? ContractVersion, ImmutableArray<string> Uses, ImmutableArray<string> PinRisks);
