using System.Buffers.Text;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace LumenArgus.Benchmarks.Traffic;

/// <summary>A stream whose events say when they were sent, on the clock that all processes of the machine share. What the client asks for stands in a header, so that a request of any size has it.</summary>
/// <param name="Events">How many events.</param>
/// <param name="Gap">Pause before each but the first; <see cref="Timeout.InfiniteTimeSpan"/> leaves the stream open after them.</param>
internal sealed record StampedStream(int Events, TimeSpan Gap)
{
    public const string Header = "x-bench-stream";
    public const int StampLength = 16;

    private const string Marker = "sent-at-";
    private const string Held = "held";

    public static ReadOnlySpan<byte> StampMarker => "sent-at-"u8;

    /// <summary>What the last bytes of a chunked answer are.</summary>
    public static ReadOnlySpan<byte> End => "\r\n0\r\n\r\n"u8;

    public string HeaderValue => string.Create(CultureInfo.InvariantCulture, $"{Events} {(Gap == Timeout.InfiniteTimeSpan ? Held : Gap.TotalMilliseconds)}");

    public static StampedStream? Parse(string? header)
    {
        if (string.IsNullOrEmpty(header))
        {
            return null;
        }

        var parts = header.Split(' ');
        return new(
            int.Parse(parts[0], CultureInfo.InvariantCulture),
            parts[1] == Held ? Timeout.InfiniteTimeSpan : TimeSpan.FromMilliseconds(double.Parse(parts[1], CultureInfo.InvariantCulture)));
    }

    /// <summary>An event as a provider sends it, with this moment in it.</summary>
    public static byte[] EventNow() => Encoding.ASCII.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"event: content_block_delta\ndata: {{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{{\"type\":\"text_delta\",\"text\":\"{Marker}{Stopwatch.GetTimestamp():x16} some words of the answer\"}}}}\n\n"));

    /// <summary>The moment in the text behind a marker.</summary>
    public static long StampOf(ReadOnlySpan<byte> text) =>
        Utf8Parser.TryParse(text[..StampLength], out long stamp, out var read, 'x') && read == StampLength ? stamp : throw new InvalidDataException("no stamp");
}
