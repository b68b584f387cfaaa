using System.Buffers;

namespace LumenArgus.Scanning.Responses;

/// <summary>JSON strings as they are written.</summary>
internal static class RawString
{
    private const int LongestEscape = 6;

    private static readonly SearchValues<byte> Escaped = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(static b => (byte)b), (byte)'"', (byte)'\\']);

    /// <summary>Writes any bytes as a string.</summary>
    public static void WriteEscaped(IBufferWriter<byte> output, ReadOnlySpan<byte> text)
    {
        output.Write("\""u8);
        while (!text.IsEmpty)
        {
            var plain = text.IndexOfAny(Escaped);
            output.Write(plain < 0 ? text : text[..plain]);
            if (plain < 0)
            {
                break;
            }

            WriteEscape(output, text[plain]);
            text = text[(plain + 1)..];
        }

        output.Write("\""u8);
    }

    /// <summary>A length of at most <paramref name="length"/> at which no escape is divided.</summary>
    public static int CutAt(ReadOnlySpan<byte> raw, int length)
    {
        if (length >= raw.Length)
        {
            return raw.Length;
        }

        var from = Math.Max(0, length - LongestEscape + 1);
        var escape = raw[from..length].LastIndexOf((byte)'\\');
        if (escape < 0)
        {
            return length;
        }

        // A backslash behind another may be the second half of an escape: a run of them begins with a first half.
        var start = from + escape;
        while (start > 0 && raw[start - 1] == (byte)'\\')
        {
            start--;
        }

        return start;
    }

    private static void WriteEscape(IBufferWriter<byte> output, byte value)
    {
        if (value is (byte)'"' or (byte)'\\')
        {
            output.Write([(byte)'\\', value]);
            return;
        }

        const string Digits = "0123456789abcdef";
        output.Write([(byte)'\\', (byte)'u', (byte)'0', (byte)'0', (byte)Digits[value >> 4], (byte)Digits[value & 0xF]]);
    }
}
