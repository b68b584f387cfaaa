using System.Collections.Immutable;
using LumenArgus.PluginRuntime.Registration;

namespace LumenArgus.PluginRuntime.Loading;

/// <summary>All plugins of one load: those in use, in load order, and those that were refused. Immutable; only the plugins' states move.</summary>
public sealed class PluginSet
{
    private readonly ImmutableArray<InactiveDetector> _neverActive;

    internal PluginSet(ImmutableArray<PluginHandle> active, ImmutableArray<PluginStatus> rejected, ImmutableArray<PluginRefusal> refusals)
    {
        Active = active;
        Rejected = rejected;
        Refusals = refusals;
        _neverActive =
        [
            .. from status in rejected
               from name in status.Detectors
               where !active.Any(handle => handle.Manifest.Detectors.Contains(name))
               select new InactiveDetector(name, status.Id, status.State, status.Reason),
        ];
    }

    /// <summary>No plugins.</summary>
    public static PluginSet Empty { get; } = new([], [], []);

    /// <summary>Loaded plugins in load order, quarantined ones included.</summary>
    public ImmutableArray<PluginHandle> Active { get; }

    /// <summary>What is in the folders of plugins of which an earlier content stays in use.</summary>
    public ImmutableArray<PluginRefusal> Refusals { get; }

    /// <summary>What is shown of every plugin, loaded ones first. A snapshot, made anew each time.</summary>
    public ImmutableArray<PluginStatus> All => [.. Active.Select(handle => handle.GetStatus() with { Refusal = RefusalOf(handle.Id) }), .. Rejected];

    /// <summary>What is shown of the plugins that are not in use.</summary>
    public ImmutableArray<PluginStatus> Rejected { get; }

    /// <summary>Finds a loaded plugin.</summary>
    /// <param name="id">Its identifier.</param>
    /// <returns>The plugin; null if none of this id is loaded.</returns>
    public PluginHandle? Find(string id) => Active.FirstOrDefault(handle => handle.Id == id);

    /// <summary>
    /// Detectors that are promised by a manifest but not at work: of rejected plugins, and of quarantined ones whose detectors are code.
    /// A quarantined plugin's rules keep working, because the host matches them.
    /// </summary>
    /// <returns>Empty when all is well. Cheap then.</returns>
    public ImmutableArray<InactiveDetector> GetInactiveDetectors()
    {
        ImmutableArray<InactiveDetector>.Builder? inactive = null; // asked for each exchange: nothing is built while all is well
        foreach (var handle in Active)
        {
            if (handle.Faults.IsQuarantined && handle.GetStatus() is { State: PluginState.Quarantined } status)
            {
                foreach (var name in CodeDetectors(handle.Contributions))
                {
                    Add(new InactiveDetector(name, handle.Id, status.State, status.Reason));
                }
            }
        }

        return inactive?.ToImmutable() ?? _neverActive;

        void Add(InactiveDetector detector) => (inactive ??= _neverActive.ToBuilder()).Add(detector);
    }

    /// <summary>Retires all plugins, last loaded first.</summary>
    /// <param name="drain">How long each waits for its references.</param>
    /// <param name="cancellationToken">Ends the waits.</param>
    /// <returns>A task that ends when all are stopped.</returns>
    public async Task RetireAsync(TimeSpan drain, CancellationToken cancellationToken)
    {
        foreach (var handle in Active.Reverse())
        {
            await handle.RetireAsync(drain, cancellationToken);
        }
    }

    internal static PluginStatus Reject(PluginHandle plugin, string reason) => new()
    {
        Id = plugin.Id,
        Version = plugin.Version,
        State = PluginState.Rejected,
        Reason = reason,
        Detectors = plugin.Manifest.Detectors,
        Capabilities = plugin.Manifest.Capabilities,
        Folder = plugin.Folder,
        Uses = plugin.Uses,
        Warnings = plugin.Warnings,
    };

    internal static bool IsSame(PluginStatus one, PluginStatus other) =>
        (one.Id, one.Version, one.State, one.Reason, one.Folder) == (other.Id, other.Version, other.State, other.Reason, other.Folder);

    /// <summary>Why a plugin is not in use.</summary>
    internal string? RejectionOf(string id) => Rejected.FirstOrDefault(status => status.Id == id && status.State == PluginState.Rejected)?.Reason;

    /// <summary>Whether another set says the same of the same plugins.</summary>
    internal bool IsSame(PluginSet other) =>
        Active.SequenceEqual(other.Active)
        && Refusals.SequenceEqual(other.Refusals)
        && Rejected.Length == other.Rejected.Length
        && Rejected.Zip(other.Rejected).All(static pair => IsSame(pair.First, pair.Second));

    private string RefusalOf(string id) => Refusals.FirstOrDefault(refusal => refusal.Id == id)?.ToString() ?? "";

    private static IEnumerable<string> CodeDetectors(PluginContributions contributions) =>
        contributions.Detectors.Select(detector => detector.Name).Concat(contributions.AsyncDetectors.Select(detector => detector.Name)).Distinct();
}
