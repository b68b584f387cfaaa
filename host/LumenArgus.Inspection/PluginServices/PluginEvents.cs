using System.Buffers;
using System.Collections.Frozen;
using System.Text.Json;
using LumenArgus.Abstractions.Host;
using LumenArgus.Inspection.Live;

namespace LumenArgus.Inspection.PluginServices;

/// <summary>The live events of one plugin. They share a ring with those of the product, so there are only so many.</summary>
internal sealed class PluginEvents(string pluginId, ILiveEvents live, TimeProvider clock) : IEventStream
{
    private const int MaxName = 64;
    private const int MaxBytes = 64 * 1024;
    private const int MaxPerSecond = 50;

    private static readonly SearchValues<char> NameLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_-");

    // What pages take for the product's word.
    private static readonly FrozenSet<string> OfTheProduct = FrozenSet.ToFrozenSet(
        ["connected", "heartbeat", "reset", "more", "signed-out", "scan", "finding", "config", "mode-changed", "rules", "plugins", "pages", "mcp_tool_call", "ws_connection", "channels"], StringComparer.Ordinal);

    private readonly Lock _lock = new();
    private long _second = long.MinValue;
    private int _count;

    public bool Publish(string name, Action<Utf8JsonWriter>? write = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length is 0 or > MaxName || name.AsSpan().ContainsAnyExcept(NameLetters) || OfTheProduct.Contains(name))
        {
            throw new ArgumentException("The name of an event is lower-case letters, digits, _ and -, and is not that of an event of the product.", nameof(name));
        }

        if (!IsWithinRate())
        {
            return false;
        }

        using var written = JsonDocument.Parse(Written(write));
        live.Publish(name, json =>
        {
            json.WriteString("plugin_id", pluginId);
            foreach (var member in written.RootElement.EnumerateObject().Where(static member => member.Name != "plugin_id"))
            {
                member.WriteTo(json);
            }
        });
        return true;
    }

    private static ReadOnlyMemory<byte> Written(Action<Utf8JsonWriter>? write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            write?.Invoke(json);
            json.WriteEndObject();
        }

        return buffer.WrittenCount <= MaxBytes ? buffer.WrittenMemory : throw new ArgumentException($"An event may have {MaxBytes} bytes.", nameof(write));
    }

    private bool IsWithinRate()
    {
        var second = clock.GetUtcNow().ToUnixTimeSeconds();
        lock (_lock)
        {
            (_second, _count) = second == _second ? (_second, _count + 1) : (second, 1);
            return _count <= MaxPerSecond;
        }
    }
}
