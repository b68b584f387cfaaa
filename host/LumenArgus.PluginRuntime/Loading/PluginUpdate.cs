using System.Collections.Immutable;

namespace LumenArgus.PluginRuntime.Loading;

/// <summary>
/// The plugins as they will be: what was started for it, and what will have to leave. Nothing is decided yet: whoever asked for it either puts the next set in use and
/// retires those that leave, or retires those that were started.
/// </summary>
public sealed record PluginUpdate
{
    /// <summary>The set that was in use when this was made.</summary>
    public required PluginSet Before { get; init; }

    /// <summary>The set to use; the same object if nothing has changed.</summary>
    public required PluginSet Next { get; init; }

    /// <summary>Plugins that were loaded for the next set.</summary>
    public ImmutableArray<PluginHandle> Fresh { get; init; } = [];

    /// <summary>Plugins that were loaded for it and were refused afterwards.</summary>
    public ImmutableArray<PluginHandle> Discarded { get; init; } = [];

    /// <summary>Plugins in use that are not in the next set, last loaded first.</summary>
    public IEnumerable<PluginHandle> Leaving => Before.Active.Except(Next.Active).Reverse();

    /// <summary>What differs, by id.</summary>
    /// <returns>One entry for each plugin that came, went, was replaced or was refused.</returns>
    public ImmutableArray<PluginChange> Changes() =>
    [
        .. Next.Active.Select(ChangeOf).OfType<PluginChange>()
            .Concat(Before.Active.Where(old => Next.Find(old.Id) is null)
                .Select(old => new PluginChange(old.Id, PluginChangeKind.Removed, old.Version, To: null, Next.RejectionOf(old.Id))))
            .Concat(Next.Refusals.Select(refusal => new PluginChange(
                refusal.Id, PluginChangeKind.Refused, Next.Find(refusal.Id)?.Version, refusal.Version, refusal.Reason)))
            .Concat(Next.Rejected.Where(status => Before.Find(status.Id) is null && !Before.Rejected.Any(old => PluginSet.IsSame(old, status)) && status.State == PluginState.Rejected)
                .Select(static status => new PluginChange(status.Id, PluginChangeKind.Refused, From: null, status.Version, status.Reason)))
            .OrderBy(static change => change.Id, StringComparer.Ordinal),
    ];

    /// <summary>Takes a plugin that was loaded for the next set out of it again: what was in use before stays, and without any those that depend on it are rejected.</summary>
    /// <param name="plugin">One of <see cref="Fresh"/>.</param>
    /// <param name="reason">What speaks against it.</param>
    /// <returns>The update without it.</returns>
    public PluginUpdate Refuse(PluginHandle plugin, string reason)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        var old = Before.Find(plugin.Id);
        var active = ImmutableArray.CreateBuilder<PluginHandle>();
        var rejected = Next.Rejected.ToBuilder();
        foreach (var handle in Next.Active)
        {
            if (handle != plugin && handle.Manifest.DependsOn.FirstOrDefault(id => !active.Any(each => each.Id == id)) is { } missing)
            {
                rejected.Add(PluginSet.Reject(handle, $"depends on {missing}, which was rejected"));
            }
            else if (handle != plugin)
            {
                active.Add(handle);
            }
            else if (old is not null)
            {
                active.Add(old);
            }
            else
            {
                rejected.Add(PluginSet.Reject(plugin, reason));
            }
        }

        var refusals = old is null ? Next.Refusals : Next.Refusals.Add(new PluginRefusal(plugin.Id, plugin.Version, reason, plugin.Folder));
        var next = new PluginSet(active.ToImmutable(), rejected.ToImmutable(), refusals);
        return this with
        {
            Next = next,
            Fresh = [.. Fresh.Where(next.Active.Contains)],
            Discarded = [.. Discarded, .. Fresh.Where(handle => !next.Active.Contains(handle))],
        };
    }

    private PluginChange? ChangeOf(PluginHandle now)
    {
        var old = Before.Find(now.Id);
        return old == now ? null : new PluginChange(now.Id, old is null ? PluginChangeKind.Added : PluginChangeKind.Replaced, old?.Version, now.Version);
    }
}
