using System.Buffers;
using System.Text.Json;

namespace LumenArgus.Dashboard.Live;

/// <summary>Something that happened, not yet made into text: in a flood most of it never is.</summary>
/// <param name="Name">The event's name.</param>
/// <param name="Write">Writes the members of the object that goes with it.</param>
/// <param name="IsRequest">Whether it stands for a request, which pages count.</param>
internal readonly record struct LiveNews(string Name, Action<Utf8JsonWriter>? Write, bool IsRequest = false)
{
    private readonly byte[]? _json;

    private LiveNews(string name, byte[] json)
        : this(name, Write: null) => _json = json;

    /// <summary>Something whose text is made now: what it is about may be another a moment later.</summary>
    public static LiveNews Made(string name, Action<Utf8JsonWriter>? write) => new(name, new LiveNews(name, write).ToJson());

    /// <summary>The object that goes with it.</summary>
    public byte[] ToJson()
    {
        if (_json is not null)
        {
            return _json;
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            Write?.Invoke(json);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
