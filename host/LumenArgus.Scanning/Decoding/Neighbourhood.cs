namespace LumenArgus.Scanning.Decoding;

/// <summary>
/// The surroundings of places that lie close together: what a rule needs to see around them. Places come in ascending order; neighbourhoods never overlap, so all
/// together are at most the text.
/// </summary>
internal struct Neighbourhood()
{
    private const int Context = 128;

    // A token is not cut, up to this length.
    private const int MaxToken = 4096;

    private int _floor;

    public int From { get; private set; }

    public int To { get; private set; }

    /// <summary>Number of places in it; 0 if there is none.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a place that belongs to the neighbourhood, or begins one.</summary>
    /// <returns>False if it is too far away: take the neighbourhood first, and close it.</returns>
    public bool TryAdd(ReadOnlySpan<byte> text, int start, int end)
    {
        if (Count > 0 && start - Context > To)
        {
            Finish(text);
            if (start - Context > To)
            {
                return false;
            }
        }

        if (Count == 0)
        {
            From = TokenStart(text, Math.Max(_floor, start - Context));
        }

        To = Math.Max(To, Math.Min(text.Length, end + Context));
        Count++;
        return true;
    }

    /// <summary>Goes on to the end of the last token.</summary>
    public void Finish(ReadOnlySpan<byte> text)
    {
        var limit = Math.Min(text.Length, To + MaxToken);
        var to = To;
        while (to < limit && !IsSeparator(text[to]))
        {
            to++;
        }

        To = to;
    }

    /// <summary>Ends the neighbourhood; the next one begins behind it.</summary>
    public void Close()
    {
        _floor = To;
        Count = 0;
    }

    private readonly int TokenStart(ReadOnlySpan<byte> text, int from)
    {
        var limit = Math.Max(_floor, from - MaxToken);
        while (from > limit && !IsSeparator(text[from - 1]))
        {
            from--;
        }

        return from;
    }

    private static bool IsSeparator(byte value) => value is <= (byte)' ' or (byte)'"' or (byte)'\'';
}
