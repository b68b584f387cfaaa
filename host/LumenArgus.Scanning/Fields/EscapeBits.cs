using System.Runtime.CompilerServices;

namespace LumenArgus.Scanning.Fields;

/// <summary>Tells the backslashes that begin an escape from those that are escaped, a bit per byte, without a step for each.</summary>
internal static class EscapeBits
{
    private const ulong EvenPlaces = 0x5555_5555_5555_5555;

    /// <summary>The backslashes that begin an escape.</summary>
    /// <param name="backslashes">All backslashes of 64 bytes, of which the first is not escaped.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(ulong backslashes)
    {
        // In a run every second one begins an escape, from its first on. To add the first bit of a run to the run leaves a bit behind it, and none in it.
        var evenStarts = backslashes & ~(backslashes << 1) & EvenPlaces;
        var fromOdd = backslashes & (backslashes + evenStarts);
        return (fromOdd & ~EvenPlaces) | (backslashes & ~fromOdd & EvenPlaces);
    }
}
