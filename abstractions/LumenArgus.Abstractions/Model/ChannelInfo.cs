using System.Collections.Immutable;

namespace LumenArgus.Abstractions.Model;

/// <summary>A channel that an operator has made.</summary>
public sealed record ChannelInfo
{
    /// <summary>Its number; 0 while it is only checked whether it can be made.</summary>
    public required long Id { get; init; }

    /// <summary>The name that the operator gave it.</summary>
    public required string Name { get; init; }

    /// <summary>Name of its type.</summary>
    public required string Type { get; init; }

    /// <summary>
    /// Its settings by name. A text is as it was entered, with what <c>${env:NAME}</c> stands for; anything else is JSON. Credentials may be among them: they must not be logged.
    /// </summary>
    public ImmutableDictionary<string, string> Settings { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <inheritdoc/>
    public override string ToString() => $"channel {Id} ({Type})";
}
