using System.Text;

namespace LumenArgus.Host.FileScan.Inputs;

/// <summary>What kind of bytes a file has.</summary>
internal static class TextBytes
{
    private const int ProbeBytes = 8000;

    /// <summary>
    /// The text as UTF-8. A byte order mark tells of UTF-16 and UTF-32, in which no rule would find a thing: between two characters there is always a NUL.
    /// </summary>
    public static byte[] ToUtf8(byte[] bytes) => EncodingOf(bytes) is { } encoding
        ? Encoding.UTF8.GetBytes(encoding.GetString(bytes.AsSpan(encoding.Preamble.Length)))
        : bytes;

    /// <summary>Whether it is no text, by the same test as git: a NUL near the beginning.</summary>
    public static bool IsBinary(ReadOnlySpan<byte> utf8) => utf8[..Math.Min(utf8.Length, ProbeBytes)].Contains((byte)0);

    private static Encoding? EncodingOf(ReadOnlySpan<byte> bytes)
    {
        // The mark of UTF-32 begins like that of UTF-16.
        foreach (var encoding in (ReadOnlySpan<Encoding>)[Encoding.UTF32, Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            if (bytes.StartsWith(encoding.Preamble))
            {
                return encoding;
            }
        }

        return null;
    }
}
