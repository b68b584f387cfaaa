using System.Buffers;
using System.Globalization;
using System.Text;

namespace LumenArgus.Scanning.Responses.Rewriting;

/// <summary>
/// From the bytes between the quotes of a JSON string to text and back. Half of a character that is written as two escapes stays half: providers cut texts
/// anywhere, and the other half comes with the next event.
/// </summary>
internal static class JsonString
{
    private const string Digits = "0123456789abcdef";

    // What has to be escaped, and surrogates, of which some stand alone.
    private static readonly SearchValues<char> Special = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(static c => (char)c), '"', '\\', .. Enumerable.Range(0xD800, 0x800).Select(static c => (char)c)]);

    /// <summary>Reads a string.</summary>
    public static string Read(ReadOnlySpan<byte> raw)
    {
        var escape = raw.IndexOf((byte)'\\');
        if (escape < 0)
        {
            return Encoding.UTF8.GetString(raw);
        }

        var text = new StringBuilder(raw.Length);
        while (escape >= 0)
        {
            text.Append(Encoding.UTF8.GetString(raw[..escape]));
            raw = raw[(escape + ReadEscape(raw[escape..], text))..];
            escape = raw.IndexOf((byte)'\\');
        }

        return text.Append(Encoding.UTF8.GetString(raw)).ToString();
    }

    /// <summary>Writes a string, without the quotes.</summary>
    public static void Write(IBufferWriter<byte> output, ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var special = text.IndexOfAny(Special);
            var plain = special < 0 ? text : text[..special];
            output.Advance(Encoding.UTF8.GetBytes(plain, output.GetSpan(Encoding.UTF8.GetMaxByteCount(plain.Length))));
            text = special < 0 ? default : text[(special + WriteSpecial(output, text[special..]))..];
        }
    }

    private static int ReadEscape(ReadOnlySpan<byte> raw, StringBuilder text)
    {
        switch (raw.Length < 2 ? (byte)0 : raw[1])
        {
            case (byte)'n': text.Append('\n'); return 2;
            case (byte)'t': text.Append('\t'); return 2;
            case (byte)'r': text.Append('\r'); return 2;
            case (byte)'b': text.Append('\b'); return 2;
            case (byte)'f': text.Append('\f'); return 2;
            case (byte)'"' or (byte)'\\' or (byte)'/': text.Append((char)raw[1]); return 2;
            case (byte)'u' when raw.Length >= 6 && ushort.TryParse(raw.Slice(2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit):
                text.Append((char)unit);
                return 6;
            default: text.Append('\\'); return 1;
        }
    }

    private static int WriteSpecial(IBufferWriter<byte> output, ReadOnlySpan<char> text)
    {
        if (text.Length > 1 && char.IsSurrogatePair(text[0], text[1]))
        {
            output.Advance(Encoding.UTF8.GetBytes(text[..2], output.GetSpan(4)));
            return 2;
        }

        switch (text[0])
        {
            case '"' or '\\': output.Write([(byte)'\\', (byte)text[0]]); break;
            case '\n': output.Write("\\n"u8); break;
            case '\r': output.Write("\\r"u8); break;
            case '\t': output.Write("\\t"u8); break;
            default:
                int unit = text[0];
                output.Write([(byte)'\\', (byte)'u', (byte)Digits[unit >> 12], (byte)Digits[(unit >> 8) & 0xF], (byte)Digits[(unit >> 4) & 0xF], (byte)Digits[unit & 0xF]]);
                break;
        }

        return 1;
    }
}
