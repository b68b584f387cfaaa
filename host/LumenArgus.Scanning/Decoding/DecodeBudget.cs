namespace LumenArgus.Scanning.Decoding;

/// <summary>How many bytes may still be decoded, and how many encoded ones were not because of that.</summary>
internal sealed class DecodeBudget(long total, int piece)
{
    private long _left = total;

    /// <summary>Encoded bytes that were left out.</summary>
    public long Missed { get; private set; }

    /// <summary>Why the first of them were.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Bytes that were decoded, readable or not.</summary>
    public long Decoded { get; private set; }

    /// <summary>Whether nothing more may be decoded.</summary>
    public bool IsSpent => _left <= 0;

    /// <summary>The most bytes that one encoded piece may become.</summary>
    public int Piece => piece;

    /// <summary>How much of a piece may still come when so much of it is there.</summary>
    public int RoomForPiece(int done) => (int)Math.Max(0, Math.Min(piece - done, _left));

    /// <summary>Takes bytes off the budget: those that are kept, and those that were decompressed. What else is decoded is no more than the text it came from.</summary>
    public void Spend(long bytes) => _left -= bytes;

    /// <summary>Counts bytes that were decoded, kept or not.</summary>
    public void Worked(long bytes) => Decoded += bytes;

    public void Miss(long bytes, string reason)
    {
        if (Missed == 0)
        {
            Reason = reason;
        }

        Missed += bytes;
    }
}
