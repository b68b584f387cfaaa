using System.Buffers;
using System.Text;

namespace LumenArgus.Host.FileScan.Inputs;

/// <summary>
/// Turns lines of a diff into UTF-8 where the file is in UTF-16 or UTF-32. git ends a line at the byte 0x0A, so that one byte of the line end stays on the line behind it
/// (little-endian) or before it (big-endian), and the byte order mark is only there with the first line of the file. No line is added or taken away.
/// </summary>
internal static class WideLines
{
    private const byte LineEnd = (byte)'\n';

    // So many bytes of ASCII in a row are no text in UTF-16: of Chinese, eight characters in a row have such bytes once in 100,000.
    private const int ShortestPlainRun = 16;

    /// <summary>The lines as UTF-8; the same bytes where they are no such text.</summary>
    /// <param name="lines">The lines, each with a line end.</param>
    /// <param name="fromStart">Whether the first of them is the first line of the file.</param>
    public static byte[] ToUtf8(ReadOnlySpan<byte> lines, bool fromStart)
    {
        if (!lines.Contains((byte)0) || EncodingOf(lines, fromStart) is not { } encoding)
        {
            return lines.ToArray();
        }

        var text = new ArrayBufferWriter<byte>(lines.Length);
        foreach (var range in lines[..^1].Split(LineEnd))
        {
            // UTF-32 has two characters of NUL for each one of text.
            var line = encoding.GetString(Whole(lines[range], encoding)).Replace("\0", "", StringComparison.Ordinal);
            Encoding.UTF8.GetBytes(line.AsSpan().TrimStart('\uFEFF'), text);
            text.Write([LineEnd]);
        }

        return text.WrittenSpan.ToArray();
    }

    // A character that has the byte 0x0A ends a line for git as well: the length tells what is left of it.
    private static ReadOnlySpan<byte> Whole(ReadOnlySpan<byte> line, Encoding encoding) => (encoding.Equals(Encoding.Unicode), line.Length % 2 != 0) switch
    {
        (true, true) => line[1..],
        (true, false) => line is [0, ..] ? line[1..] : line,
        (false, true) => line[..^1],
        (false, false) => line is [.., 0] ? line[1..^1] : line,
    };

    private static Encoding? EncodingOf(ReadOnlySpan<byte> lines, bool fromStart)
    {
        if (fromStart && lines.StartsWith(Encoding.Unicode.Preamble))
        {
            return Encoding.Unicode;
        }

        if (fromStart && (lines.StartsWith(Encoding.BigEndianUnicode.Preamble) || lines.StartsWith(BigEndianUtf32)))
        {
            return Encoding.BigEndianUnicode;
        }

        // A NUL beside plain text: taken for UTF-16, the text would be lost.
        if (HasPlainRun(lines))
        {
            return null;
        }

        // Without the mark it is what most lines look like. Lines that begin and end in ASCII look the same in both orders, and then read the same but for other scripts.
        int all = 0, little = 0, big = 0, wide = 0;
        foreach (var range in lines[..^1].Split(LineEnd))
        {
            var line = lines[range];
            var isOdd = line.Length % 2 != 0;
            var isLittle = isOdd && line[0] == 0;
            var isBig = isOdd ? line[^1] == 0 : IsEverySecondNull(line);
            all += line.IsEmpty ? 0 : 1;
            little += isLittle ? 1 : 0;
            big += isBig ? 1 : 0;
            wide += isLittle || isBig ? 1 : 0;
        }

        return wide * 2 <= all ? null : little >= big && little > 0 ? Encoding.Unicode : Encoding.BigEndianUnicode;
    }

    private static ReadOnlySpan<byte> BigEndianUtf32 => [0, 0, 0xFE, 0xFF];

    private static bool HasPlainRun(ReadOnlySpan<byte> lines)
    {
        while (lines.Length >= ShortestPlainRun)
        {
            var run = lines.IndexOfAnyExceptInRange((byte)' ', (byte)'~') is >= 0 and var end ? end : lines.Length;
            if (run >= ShortestPlainRun)
            {
                return true;
            }

            lines = lines[Math.Min(lines.Length, run + 1)..];
        }

        return false;
    }

    // The last line of a big-endian file without a line end.
    private static bool IsEverySecondNull(ReadOnlySpan<byte> line)
    {
        for (var i = 0; i < line.Length; i += 2)
        {
            if (line[i] != 0)
            {
                return false;
            }
        }

        return !line.IsEmpty;
    }
}
