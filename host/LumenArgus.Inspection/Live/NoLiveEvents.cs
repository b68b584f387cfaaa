using System.Text.Json;

namespace LumenArgus.Inspection.Live;

/// <summary>Nobody looks.</summary>
internal sealed class NoLiveEvents : ILiveEvents
{
    public void Publish(string name, Action<Utf8JsonWriter>? write = null)
    {
        // There is no dashboard.
    }
}
