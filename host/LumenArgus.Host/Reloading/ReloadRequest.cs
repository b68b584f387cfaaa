using System.Collections.Immutable;

namespace LumenArgus.Host.Reloading;

/// <summary>What somebody wants to have read again.</summary>
/// <param name="Scope">How much.</param>
/// <param name="Again">Identifiers of plugins to load anew although nothing of them has changed.</param>
internal sealed record ReloadRequest(ReloadScope Scope, ImmutableHashSet<string> Again)
{
    /// <summary>The least that can be wanted.</summary>
    public static ReloadRequest Least { get; } = new(ReloadScope.Rules, []);

    /// <summary>One request that does what both want.</summary>
    public ReloadRequest With(ReloadRequest other) => new(Scope > other.Scope ? Scope : other.Scope, Again.Union(other.Again));
}
