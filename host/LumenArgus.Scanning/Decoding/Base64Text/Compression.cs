using System.Buffers;
using System.Buffers.Text;
using LumenArgus.Scanning.Decoding.Declared;

namespace LumenArgus.Scanning.Decoding.Base64Text;

/// <summary>What is compressed inside base64 (<see cref="PackedStreams"/>). What comes out is bounded by the budget, so that a bomb is a finding and no more.</summary>
internal static class Compression
{
    private const int HeaderCharacters = 4;

    /// <summary>Whether the first bytes are those of something compressed.</summary>
    public static bool IsCompressed(ReadOnlySpan<byte> characters)
    {
        // What gzip, zlib, ZIP and PDF begin with.
        if (characters.Length < HeaderCharacters || characters[0] is not ((byte)'H' or (byte)'e' or (byte)'U' or (byte)'J'))
        {
            return false;
        }

        // "PK" and "%PDF" are four bytes, so five characters and a part of the sixth.
        if (characters.StartsWith("UEsDB"u8) || characters.StartsWith("JVBER"u8))
        {
            return true;
        }

        Span<byte> header = stackalloc byte[3];
        return Base64.DecodeFromUtf8(characters[..HeaderCharacters], header, out _, out _) == OperationStatus.Done && PackedStreams.IsStream(header);
    }

    /// <summary>Decompresses; what breaks off or is damaged in the middle, or whose checksum is wrong, counts up to there.</summary>
    /// <returns>Whether a limit ended it: then the whole run is reported.</returns>
    public static bool Expand(byte[] packed, int length, byte[] buffer, StretchWriter stretches, int sourceStart, DecodeBudget budget)
    {
        var total = 0;
        var place = new WholePlace(sourceStart);
        foreach (var stream in PackedStreams.Open(packed, length))
        {
            if (stream is null)
            {
                budget.Miss(length, "an entry of an archive is encrypted or packed in an unknown way");
                continue;
            }

            using var expanding = stream;
            budget.Spend(total > 0 ? PackedStreams.OpeningBytes : 0);
            for (var isLast = false; !isLast;)
            {
                var room = buffer.AsSpan(0, Math.Min(buffer.Length, budget.RoomForPiece(total)));
                if (room.IsEmpty)
                {
                    budget.Miss(length, "compressed content is too large");
                    return true;
                }

                room.Clear();
                var read = Read(expanding, room, out isLast);
                total += read;
                budget.Spend(read);
                budget.Worked(read);
                stretches.Add(room[..read], default, ref place);
            }

            stretches.Interrupt();
        }

        return false;
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
}
