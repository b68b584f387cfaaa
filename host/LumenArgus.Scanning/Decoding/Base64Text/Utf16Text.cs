using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace LumenArgus.Scanning.Decoding.Base64Text;

/// <summary>Text in UTF-16 inside base64: what PowerShell takes as <c>-EncodedCommand</c>, and how Windows keeps many settings. Told by its first characters, which are nearly always ASCII.</summary>
internal static class Utf16Text
{
    private const int SampleCharacters = 24;
    private const int SampleUnits = SampleCharacters / 4 * 3 / 2;
    private const int MostOthers = 1;

    /// <summary>How the content of a run is encoded; null if it is not UTF-16.</summary>
    public static Encoding? EncodingOf(ReadOnlySpan<byte> characters)
    {
        // Of three bytes of which one or two are zero, one character at least is an A.
        if (characters.Length < SampleCharacters || !characters[..SampleCharacters].Contains((byte)'A'))
        {
            return null;
        }

        Span<byte> bytes = stackalloc byte[SampleUnits * 2];
        if (Base64.DecodeFromUtf8(characters[..SampleCharacters], bytes, out _, out _) != OperationStatus.Done)
        {
            return null;
        }

        int little = 0, big = 0;
        for (var i = 0; i < bytes.Length; i += 2)
        {
            var (first, second) = (bytes[i], bytes[i + 1]);
            little += second == 0 && IsText(first) ? 1 : 0;
            big += first == 0 && IsText(second) ? 1 : 0;
        }

        // One unit may be the byte order mark.
        return little >= SampleUnits - MostOthers ? Encoding.Unicode : big >= SampleUnits - MostOthers ? Encoding.BigEndianUnicode : null;
    }

    private static bool IsText(byte value) => value is (>= 0x20 and < 0x7F) or 9 or 10 or 13;
}
