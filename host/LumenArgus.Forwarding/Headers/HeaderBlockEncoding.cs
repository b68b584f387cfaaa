using System.Text;

namespace LumenArgus.Forwarding.Headers;

/// <summary>
/// Latin-1, except that <see cref="LineBreak"/> becomes CR LF. SocketsHttpHandler joins the lines of a repeated header, writes the names it
/// knows in its own spelling and has no place for a content header without content. So all headers go to it as the value of one header
/// (<see cref="RequestHeaderBlock"/>), and this encoding, which it asks for the bytes of that value, starts the new lines.
/// </summary>
internal sealed class HeaderBlockEncoding : Encoding
{
    /// <summary>A noncharacter that no Latin-1 byte decodes to; <see cref="RequestHeaderBlock"/> refuses values that hold one.</summary>
    public const char LineBreak = '\uFFFF';

    public static readonly HeaderBlockEncoding Instance = new();

    private HeaderBlockEncoding()
    {
    }

    public override int GetByteCount(ReadOnlySpan<char> chars) => chars.Length + chars.Count(LineBreak);

    public override int GetByteCount(char[] chars, int index, int count) => GetByteCount(chars.AsSpan(index, count));

    public override int GetBytes(ReadOnlySpan<char> chars, Span<byte> bytes)
    {
        var written = 0;
        while (true)
        {
            var line = chars.IndexOf(LineBreak);
            if (line < 0)
            {
                return written + Latin1.GetBytes(chars, bytes[written..]);
            }

            written += Latin1.GetBytes(chars[..line], bytes[written..]);
            bytes[written++] = (byte)'\r';
            bytes[written++] = (byte)'\n';
            chars = chars[(line + 1)..];
        }
    }

    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) =>
        GetBytes(chars.AsSpan(charIndex, charCount), bytes.AsSpan(byteIndex));

    public override int GetMaxByteCount(int charCount) => checked(charCount * 2);

    public override int GetCharCount(byte[] bytes, int index, int count) => throw new NotSupportedException();

    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex) => throw new NotSupportedException();

    public override int GetMaxCharCount(int byteCount) => throw new NotSupportedException();
}
