using System.Collections.Immutable;

namespace LumenArgus.Storage.Rules;

/// <summary>What is to be changed in the table at once.</summary>
public sealed record RuleChanges
{
    /// <summary>Rules to add; times and number are set by the store.</summary>
    public ImmutableArray<StoredRule> Added { get; init; } = [];

    /// <summary>Rules to replace but for their number, hits and creation, found by their names.</summary>
    public ImmutableArray<StoredRule> Updated { get; init; } = [];

    /// <summary>Names of the rules to delete.</summary>
    public ImmutableArray<string> Deleted { get; init; } = [];

    /// <summary>Whether nothing is to be changed.</summary>
    public bool IsEmpty => Added.IsEmpty && Updated.IsEmpty && Deleted.IsEmpty;
}
