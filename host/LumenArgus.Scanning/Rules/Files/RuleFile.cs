using System.Collections.Immutable;

namespace LumenArgus.Scanning.Rules.Files;

/// <summary>A rule file as read.</summary>
public sealed record RuleFile
{
    /// <summary><c>version</c>: the version of the bundle; empty if the file has none.</summary>
    public string Version { get; init; } = "";

    /// <summary><c>tier</c>: whose rules they are, for example <c>community</c>; empty if the file does not say.</summary>
    public string Tier { get; init; } = "";

    /// <summary>The rules that could be read, in the order of the file.</summary>
    public ImmutableArray<RuleFileEntry> Rules { get; init; } = [];

    /// <summary>What is wrong, in the order of the file. A file with problems is not to be used.</summary>
    public ImmutableArray<RuleFileProblem> Problems { get; init; } = [];
}
