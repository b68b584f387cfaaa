using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using LumenArgus.Abstractions.Host;

namespace LumenArgus.PluginTesting;

/// <summary>Keeps what a plugin tells open dashboards.</summary>
public sealed class RecordedEvents : IEventStream
{
    private ImmutableArray<KeyValuePair<string, string>> _all = [];

    /// <summary>The events in their order, each with its object as JSON.</summary>
    public ImmutableArray<KeyValuePair<string, string>> All => _all;

    /// <inheritdoc/>
    public bool Publish(string name, Action<Utf8JsonWriter>? write = null)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            write?.Invoke(json);
            json.WriteEndObject();
        }

        var published = KeyValuePair.Create(name, Encoding.UTF8.GetString(stream.ToArray()));
        ImmutableInterlocked.Update(ref _all, static (all, one) => all.Add(one), published);
        return true;
    }
}
