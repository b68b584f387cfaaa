using System.Text;

namespace LumenArgus.Forwarding.Listener;

/// <summary>
/// Reads the value of Content-Length. The listener's own parser takes a sign (<c>+2</c>), which another reader need not (RFC 9110, 8.6: digits only): then the two would not agree where
/// the next request begins. Here everything but a digit becomes a letter, so that the value is refused.
/// </summary>
internal sealed class LengthEncoding : Encoding
{
    public static LengthEncoding Instance { get; } = new();

    public override int GetByteCount(char[] chars, int index, int count) => count;

    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) =>
        Latin1.GetBytes(chars, charIndex, charCount, bytes, byteIndex);

    public override int GetCharCount(byte[] bytes, int index, int count) => count;

    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex)
    {
        for (var i = 0; i < byteCount; i++)
        {
            var value = (char)bytes[byteIndex + i];
            chars[charIndex + i] = char.IsAsciiDigit(value) ? value : 'x';
        }

        return byteCount;
    }

    public override int GetMaxByteCount(int charCount) => charCount;

    public override int GetMaxCharCount(int byteCount) => byteCount;
}
