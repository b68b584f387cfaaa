using LumenArgus.Storage.Findings;

namespace LumenArgus.Inspection.FindingStores;

/// <summary>The host's own store, behind what chooses between it and a plugin's.</summary>
/// <param name="Writer">Its write side.</param>
internal sealed record OwnFindingWriter(IFindingWriter Writer);
