using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LumenArgus.Benchmarks.Load;

namespace LumenArgus.Benchmarks.Traffic;

/// <summary>An Anthropic Messages request of an exact size, shaped like a coding tool's, with places for nonces in every text.</summary>
internal sealed class RequestBodyTemplate
{
    private const string FillMarker = "@FILL@";
    private const int LargestText = 6000;

    // As JSON.stringify in the real clients: only what must be escaped is.
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly byte[] _bytes;
    private readonly int[] _slots;

    private RequestBodyTemplate(byte[] bytes, int[] slots)
    {
        _bytes = bytes;
        _slots = slots;
    }

    public static RequestBodyTemplate Create(Random random, Mode mode, int length)
    {
        var text = new SourceText(random);
        var json = WriteJson(text, random, mode, length);
        var fill = json.AsSpan().IndexOf(Encoding.ASCII.GetBytes(FillMarker));
        var words = Encoding.ASCII.GetBytes(text.WriteWords(length - (json.Length - FillMarker.Length)));
        byte[] bytes = [.. json.AsSpan(0, fill), .. words, .. json.AsSpan(fill + FillMarker.Length)];
        return new RequestBodyTemplate(bytes, FindSlots(bytes));
    }

    /// <summary>Writes the body with the nonces of one request into a buffer of the template's size.</summary>
    public void Write(Span<byte> destination, ulong seed)
    {
        _bytes.CopyTo(destination);
        foreach (var slot in _slots)
        {
            Nonce.Write(destination.Slice(slot, Nonce.Length), ref seed);
        }
    }

    private static byte[] WriteJson(SourceText text, Random random, Mode mode, int length)
    {
        var buffer = new ArrayBufferWriter<byte>(length + 1024);
        using var json = new Utf8JsonWriter(buffer, WriterOptions);
        json.WriteStartObject();
        json.WriteString("model", "claude-sonnet-4-5");
        json.WriteNumber("max_tokens", 32000);
        json.WriteBoolean("stream", mode == Mode.Sse);
        json.WriteStartArray("system");
        WriteText(json, text.Write(Math.Min(3000, length / 8)));
        json.WriteEndArray();
        json.WriteStartArray("messages");
        // 1500 bytes are kept for the last message: its text is what makes the size exact.
        for (var turn = 0; Written(json) < length - 1500; turn++)
        {
            var left = length - 1500 - (int)Written(json);
            WriteTurn(json, text, turn, Math.Clamp(random.Next(left / 3 + 1), 200, LargestText));
        }

        WriteMessage(json, "user", () => WriteText(json, FillMarker));
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static long Written(Utf8JsonWriter json) => json.BytesCommitted + json.BytesPending;

    // A question, a tool call, the tool's answer: most bytes of a real conversation are file contents in tool results.
    private static void WriteTurn(Utf8JsonWriter json, SourceText text, int turn, int length)
    {
        switch (turn % 3)
        {
            case 0:
                WriteMessage(json, "user", () => WriteText(json, text.Write(length / 4)));
                break;
            case 1:
                WriteMessage(json, "assistant", () => WriteToolUse(json, text, turn));
                break;
            default:
                WriteMessage(json, "user", () => WriteToolResult(json, text, turn - 1, length));
                break;
        }
    }

    private static void WriteMessage(Utf8JsonWriter json, string role, Action content)
    {
        json.WriteStartObject();
        json.WriteString("role", role);
        json.WriteStartArray("content");
        content();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string text)
    {
        json.WriteStartObject();
        json.WriteString("type", "text");
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static void WriteToolUse(Utf8JsonWriter json, SourceText text, int turn)
    {
        json.WriteStartObject();
        json.WriteString("type", "tool_use");
        json.WriteString("id", $"toolu_{Nonce.Marker}{turn}");
        json.WriteString("name", "Read");
        json.WriteStartObject("input");
        json.WriteString("file_path", text.PathName());
        json.WriteNumber("limit", 400);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteToolResult(Utf8JsonWriter json, SourceText text, int turn, int length)
    {
        json.WriteStartObject();
        json.WriteString("type", "tool_result");
        json.WriteString("tool_use_id", $"toolu_{Nonce.Marker}{turn}");
        json.WriteString("content", text.Write(length));
        json.WriteEndObject();
    }

    private static int[] FindSlots(ReadOnlySpan<byte> bytes)
    {
        var marker = Encoding.ASCII.GetBytes(Nonce.Marker);
        var slots = new List<int>();
        for (var from = 0; ;)
        {
            var next = bytes[from..].IndexOf(marker);
            if (next < 0)
            {
                return [.. slots];
            }

            slots.Add(from + next);
            from += next + marker.Length;
        }
    }
}
