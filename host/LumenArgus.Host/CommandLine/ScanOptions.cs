using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Host.FileScan;

namespace LumenArgus.Host.CommandLine;

/// <summary>The arguments of <c>lumen-argus scan</c>.</summary>
internal sealed record ScanOptions
{
    /// <summary>Files and folders; <c>-</c> is standard input. Empty: standard input, or all files of the diff.</summary>
    public ImmutableArray<string> Paths { get; init; } = [];

    /// <summary>Whether only the added lines of a diff are scanned.</summary>
    public bool Diff { get; init; }

    /// <summary>What the working tree is compared with; null takes what is staged.</summary>
    public string? DiffReference { get; init; }

    public string? Baseline { get; init; }

    public string? CreateBaseline { get; init; }

    public ScanFormat Format { get; init; }

    public string? ConfigPath { get; init; }

    public PolicyAction? Action { get; init; }

    /// <summary>Folders with plugins, searched before all others.</summary>
    public ImmutableArray<string> Extensions { get; init; } = [];

    /// <summary>Whether the folder that came with the product is searched too.</summary>
    public bool IncludeBundledExtensions { get; init; } = true;
}
