using System.Collections.Immutable;

namespace LumenArgus.Abstractions.Model;

/// <summary>A way to tell somebody of findings, with what has to be known to use it.</summary>
public sealed record ChannelType
{
    /// <summary>Its name in <c>config.yaml</c> and the API, for example <c>webhook</c>: lower-case letters, digits, hyphens and underscores, at most 64.</summary>
    public required string Name { get; init; }

    /// <summary>What people call it.</summary>
    public required string Label { get; init; }

    /// <summary>A sentence about it.</summary>
    public string Description { get; init; } = "";

    /// <summary>Its settings in the order of the form.</summary>
    public ImmutableArray<ChannelField> Fields { get; init; } = [];
}
