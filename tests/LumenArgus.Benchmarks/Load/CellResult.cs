using LumenArgus.Benchmarks.Client;

namespace LumenArgus.Benchmarks.Load;

/// <summary>The reported figures of one target in one cell.</summary>
internal sealed record CellResult(Cell Cell, string Target, Measurement Figures);
