using System.Collections.Immutable;

namespace LumenArgus.Tests.Guide;

/// <summary>What has become of a name.</summary>
/// <param name="Name">The name; empty for what only this product has.</param>
/// <param name="Ours">Ours, for the table; empty if there is none.</param>
/// <param name="Remark">What differs, or why there is none.</param>
internal sealed record SeedRow(string Name, string Ours, string Remark)
{
    /// <summary>Methods of the registry that it stands for.</summary>
    public ImmutableArray<string> Methods { get; init; } = [];

    public string ToMarkdown() => $"| {(Name.Length == 0 ? "" : $"`{Name}`")} | {(Ours.Length == 0 ? "none" : Ours)} | {Remark} |";
}
