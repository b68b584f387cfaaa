using LumenArgus.Inspection.DashboardParts;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Live;

namespace LumenArgus.Dashboard.Live;

/// <summary>Tells open dashboards what another generation changes for them: rules, plugins, and the pages that those bring. What it compares is text: it keeps no generation.</summary>
internal sealed class GenerationEvents(CurrentGeneration current, ILiveEvents live) : IDisposable
{
    private readonly Lock _lock = new();
    private Seen _last = new(null, "", "");
    private bool _isStarted;

    /// <summary>Begins, with what is in use now.</summary>
    public void Start()
    {
        lock (_lock)
        {
            if (_isStarted)
            {
                return;
            }

            _isStarted = true;
            _last = current.Peek is { } generation ? Seen.Of(generation) : _last;
        }

        current.Changed += OnChanged;
    }

    public void Dispose() => current.Changed -= OnChanged;

    private void OnChanged(Generation generation)
    {
        Seen before, now;
        lock (_lock)
        {
            (before, now) = (_last, Seen.Of(generation));
            _last = now;
        }

        Publish("rules", before.Rules != now.Rules);
        Publish("plugins", before.Plugins != now.Plugins);
        Publish("pages", before.Pages != now.Pages);
    }

    private void Publish(string name, bool isChanged)
    {
        if (isChanged)
        {
            live.Publish(name);
        }
    }

    private sealed record Seen(long? Rules, string Plugins, string Pages)
    {
        public static Seen Of(Generation generation) => new(
            generation.Table?.Revision,
            string.Join('\n', generation.Plugins.All.Select(static plugin => $"{plugin.Id} {plugin.ContentHash} {plugin.State} {plugin.Reason} {plugin.Refusal}")),
            string.Join('\n', PluginPages.Of(generation).Select(page => $"{page.PluginId} {page.Version} {page.Page.Id} {page.Page.NeedsLicence && generation.Licence is not { IsValid: true }}")));
    }
}
