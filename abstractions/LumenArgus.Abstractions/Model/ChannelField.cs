namespace LumenArgus.Abstractions.Model;

/// <summary>A setting of a channel, as forms ask for it.</summary>
public sealed record ChannelField
{
    /// <summary>Its key, as it stands in <c>config.yaml</c>: lower-case letters, digits and underscores, at most 64; not one that all channels have, such as <c>events</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What a form calls it.</summary>
    public required string Label { get; init; }

    /// <summary>How it is entered.</summary>
    public ChannelFieldKind Kind { get; init; }

    /// <summary>Whether a channel without it cannot be made.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether it is a credential: it is shown to nobody, only its ends, and can be given as <c>${env:NAME}</c>.</summary>
    public bool IsSecret { get; init; }

    /// <summary>What an empty input shows; null for nothing.</summary>
    public string? Placeholder { get; init; }

    /// <summary>A sentence below the input; null for none.</summary>
    public string? Hint { get; init; }
}
