using System.Collections.Immutable;

namespace LumenArgus.Inspection.Configuration;

/// <summary>Keys the host hands on without knowing them, flattened as <c>IConfiguration</c> wants them: <c>parent:child</c>, <c>list:0</c>.</summary>
/// <param name="Values">Values by flattened key; keys differ in more than case.</param>
public sealed record SettingMap(ImmutableSortedDictionary<string, string?> Values)
{
    /// <summary>No keys.</summary>
    public static SettingMap Empty { get; } = new(ImmutableSortedDictionary.Create<string, string?>(StringComparer.OrdinalIgnoreCase));

    /// <summary>Where each stands, by its flattened key; empty for settings that come from no file. No part of what is compared.</summary>
    public ImmutableDictionary<string, SettingPlace> Places { get; init; } = ImmutableDictionary<string, SettingPlace>.Empty;

    /// <summary>Whether both hold the same keys and values.</summary>
    /// <param name="other">The other map.</param>
    /// <returns>True if equal.</returns>
    public bool Equals(SettingMap? other) => other is not null && Values.SequenceEqual(other.Values);

    /// <summary>Adds settings; of two with one key the added one counts.</summary>
    /// <param name="others">The others.</param>
    /// <returns>All of them.</returns>
    public SettingMap With(SettingMap others)
    {
        ArgumentNullException.ThrowIfNull(others);
        return new SettingMap(Values.SetItems(others.Values)) { Places = Places.SetItems(others.Places) };
    }

    /// <inheritdoc/>
    public override int GetHashCode() => Values.Count;

    /// <summary>Names keys only: a value can be a credential.</summary>
    /// <returns>The keys.</returns>
    public override string ToString() => string.Join(", ", Values.Keys);
}
