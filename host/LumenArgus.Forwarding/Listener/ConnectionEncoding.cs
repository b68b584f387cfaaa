using System.Text;

namespace LumenArgus.Forwarding.Listener;

/// <summary>
/// Reads the value of Connection. The listener puts the one word of its own that it finds there in the place of the whole header, and then the other names, of headers that must not go on,
/// are not seen (RFC 9110, 7.6.1). It does not where it finds two: so <c>close</c> and <c>upgrade</c> get <c>keep-alive</c> beside them, which changes nothing about them, and
/// <c>keep-alive</c> itself, which HTTP/1.1 does not need, is left out.
/// </summary>
internal sealed class ConnectionEncoding : Encoding
{
    private const string KeepAlive = "keep-alive";

    public static ConnectionEncoding Instance { get; } = new();

    public override int GetByteCount(char[] chars, int index, int count) => count;

    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) =>
        Latin1.GetBytes(chars, charIndex, charCount, bytes, byteIndex);

    public override int GetCharCount(byte[] bytes, int index, int count) => Read(bytes.AsSpan(index, count)).Length;

    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex)
    {
        var text = Read(bytes.AsSpan(byteIndex, byteCount));
        text.CopyTo(chars.AsSpan(charIndex));
        return text.Length;
    }

    public override int GetMaxByteCount(int charCount) => charCount;

    public override int GetMaxCharCount(int byteCount) => byteCount + KeepAlive.Length + 2;

    private static string Read(ReadOnlySpan<byte> value)
    {
        if (Ascii.EqualsIgnoreCase(value, KeepAlive))
        {
            return "";
        }

        var names = Latin1.GetString(value).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToList();
        names.RemoveAll(static name => Is(name, KeepAlive));
        if (names.Exists(static name => Is(name, "close") || Is(name, "upgrade")))
        {
            names.Add(KeepAlive);
        }

        return string.Join(", ", names);
    }

    private static bool Is(string name, string word) => name.Equals(word, StringComparison.OrdinalIgnoreCase);
}
