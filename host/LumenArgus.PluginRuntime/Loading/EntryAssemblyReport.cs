using System.Collections.Immutable;

namespace LumenArgus.PluginRuntime.Loading;

/// <summary>What the metadata of a plugin's dll says. Nothing of the dll has run.</summary>
/// <param name="ContractVersion">Version of the contract it was compiled against; null if it does not refer to it.</param>
/// <param name="Uses">What it refers to beyond plain computation.</param>
internal sealed record EntryAssemblyReport(Version? ContractVersion, ImmutableArray<string> Uses);
