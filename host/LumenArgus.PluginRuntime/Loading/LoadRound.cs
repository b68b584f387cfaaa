using System.Collections.Immutable;

namespace LumenArgus.PluginRuntime.Loading;

/// <summary>The next set while it is put together.</summary>
/// <param name="running">The plugins that run.</param>
/// <param name="again">Identifiers of plugins to load anew although nothing has changed.</param>
internal sealed class LoadRound(PluginSet running, ImmutableHashSet<string> again)
{
    public ImmutableHashSet<string> Again { get; } = again;

    public ImmutableArray<PluginHandle>.Builder Active { get; } = ImmutableArray.CreateBuilder<PluginHandle>();

    public ImmutableArray<PluginHandle>.Builder Fresh { get; } = ImmutableArray.CreateBuilder<PluginHandle>();

    public ImmutableArray<PluginStatus>.Builder Rejected { get; } = ImmutableArray.CreateBuilder<PluginStatus>();

    public ImmutableArray<PluginRefusal>.Builder Refusals { get; } = ImmutableArray.CreateBuilder<PluginRefusal>();

    public bool Has(string id) => Active.Any(handle => handle.Id == id);

    public void Add(PluginHandle fresh)
    {
        Active.Add(fresh);
        Fresh.Add(fresh);
    }

    public PluginUpdate Finish()
    {
        var next = new PluginSet(Active.ToImmutable(), Rejected.ToImmutable(), Refusals.ToImmutable());

        // The same object where nothing differs: what was made from the set before stays usable.
        return new PluginUpdate { Before = running, Next = next.IsSame(running) ? running : next, Fresh = Fresh.ToImmutable() };
    }
}
