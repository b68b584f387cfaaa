using System.IO.Compression;
using LumenArgus.Scanning.Decoding.Declared;

namespace LumenArgus.Scanning.Decoding.Base64Text;

/// <summary>gzip (RFC 1952) and zlib (RFC 1950) inside base64. What comes out is bounded by the budget, so that a bomb is a finding and no more.</summary>
internal static class Compression
{
    private const int HeaderCharacters = 4;

    /// <summary>Whether the first bytes are those of a compressed stream.</summary>
    public static bool IsCompressed(ReadOnlySpan<byte> characters)
    {
        if (characters.Length < HeaderCharacters || characters[0] is not ((byte)'H' or (byte)'e'))
        {
            return false;
        }

        Span<byte> header = stackalloc byte[3];
        return System.Buffers.Text.Base64.DecodeFromUtf8(characters[..HeaderCharacters], header, out _, out _) == System.Buffers.OperationStatus.Done
            && (IsGzip(header) || IsZlib(header));
    }

    /// <summary>Decompresses; what breaks off in the middle counts up to there.</summary>
    /// <returns>Whether a limit ended it: then the whole run is reported.</returns>
    public static bool Expand(byte[] packed, int length, byte[] buffer, StretchWriter stretches, int sourceStart, DecodeBudget budget)
    {
        using var stream = new MemoryStream(packed, 0, length, writable: false);
        using Stream expanding = IsGzip(packed) ? new GZipStream(stream, CompressionMode.Decompress) : new ZLibStream(stream, CompressionMode.Decompress);
        var total = 0;
        var place = new WholePlace(sourceStart);
        try
        {
            while (true)
            {
                var room = Math.Min(buffer.Length, budget.RoomForPiece(total));
                if (room == 0)
                {
                    budget.Miss(length, "compressed content is too large");
                    return true;
                }

                var read = expanding.Read(buffer, 0, room);
                if (read == 0)
                {
                    return false;
                }

                total += read;
                budget.Spend(read);
                budget.Worked(read);
                stretches.Add(buffer.AsSpan(0, read), default, ref place);
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            // The library's own exception for a stream that it cannot even begin is an IOException.
            return false;
        }
    }

    private static bool IsGzip(ReadOnlySpan<byte> bytes) => bytes[0] == 0x1F && bytes[1] == 0x8B && bytes[2] == 8;

    // Without a preset dictionary (RFC 1950 2.2): nobody could read that. "x " would be one.
    private static bool IsZlib(ReadOnlySpan<byte> bytes) => bytes[0] == 0x78 && (bytes[1] & 0x20) == 0 && ((bytes[0] << 8) | bytes[1]) % 31 == 0;
}
