using System.Collections.Immutable;
using LumenArgus.PluginRuntime.Manifests;

namespace LumenArgus.PluginRuntime.Discovery;

/// <summary>A folder that looks like a plugin. Nothing of it has run.</summary>
public sealed record PluginCandidate
{
    /// <summary>The identifier of the manifest, or the folder's name where the manifest is not valid.</summary>
    public required string Id { get; init; }

    /// <summary>Full path of the folder.</summary>
    public required string Folder { get; init; }

    /// <summary>The manifest; null if it is not valid.</summary>
    public PluginManifest? Manifest { get; init; }

    /// <summary>Why it is not loaded; null if nothing speaks against it so far.</summary>
    public string? Rejection { get; init; }

    /// <summary>Whether it is not loaded because an earlier folder holds a plugin with the same id.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Whether it is not loaded because the operator has switched it off, or has not configured it.</summary>
    public bool IsDisabled { get; init; }

    /// <summary>What the operator should know although the plugin is loaded.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];
}
