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

    /// <summary>Decompresses; what breaks off or is damaged in the middle, or whose checksum is wrong, counts up to there.</summary>
    /// <returns>Whether a limit ended it: then the whole run is reported.</returns>
    public static bool Expand(byte[] packed, int length, byte[] buffer, StretchWriter stretches, int sourceStart, DecodeBudget budget)
    {
        using var stream = new MemoryStream(packed, 0, length, writable: false);
        using Stream expanding = IsGzip(packed) ? new GZipStream(stream, CompressionMode.Decompress) : new ZLibStream(stream, CompressionMode.Decompress);
        var total = 0;
        var place = new WholePlace(sourceStart);
        while (true)
        {
            var room = buffer.AsSpan(0, Math.Min(buffer.Length, budget.RoomForPiece(total)));
            if (room.IsEmpty)
            {
                budget.Miss(length, "compressed content is too large");
                return true;
            }

            room.Clear();
            var read = Read(expanding, room, out var isLast);
            total += read;
            budget.Spend(read);
            budget.Worked(read);
            stretches.Add(room[..read], default, ref place);
            if (isLast)
            {
                return false;
            }
        }
    }

    private static int Read(Stream expanding, Span<byte> clearRoom, out bool isLast)
    {
        try
        {
            var read = expanding.Read(clearRoom);
            isLast = read == 0;
            return read;
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            // The library's own exception for a stream that it cannot even begin is an IOException. It does not say how much it wrote before the damage: to the last byte that is not zero.
            isLast = true;
            return clearRoom.LastIndexOfAnyExcept((byte)0) + 1;
        }
    }

    private static bool IsGzip(ReadOnlySpan<byte> bytes) => bytes[0] == 0x1F && bytes[1] == 0x8B && bytes[2] == 8;

    // Without a preset dictionary (RFC 1950 2.2): nobody could read that. "x " would be one.
    private static bool IsZlib(ReadOnlySpan<byte> bytes) => bytes[0] == 0x78 && (bytes[1] & 0x20) == 0 && ((bytes[0] << 8) | bytes[1]) % 31 == 0;
}
