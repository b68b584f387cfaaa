using System.Runtime.CompilerServices;

namespace LumenArgus.Scanning.Rules.Marks;

/// <summary>A bit for each byte of a block and of the one before it. What looks back no more than a block is right for <see cref="Now"/>.</summary>
internal readonly struct WideMask(ulong now, ulong before)
{
    private const int Bits = 64;

    public ulong Now { get; } = now;

    private ulong Before { get; } = before;

    public static WideMask operator &(WideMask a, WideMask b) => new(a.Now & b.Now, a.Before & b.Before);

    public static WideMask operator |(WideMask a, WideMask b) => new(a.Now | b.Now, a.Before | b.Before);

    public static WideMask operator ^(WideMask a, WideMask b) => new(a.Now ^ b.Now, a.Before ^ b.Before);

    /// <summary>Bit n is that of the byte so many before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public WideMask Behind(int bytes) => new((Now << bytes) | (Before >> (Bits - bytes)), Before << bytes);

    /// <summary>Where at least one of the last eight is set.</summary>
    public WideMask Near8()
    {
        var two = this | Behind(1);
        var four = two | two.Behind(2);
        return four | four.Behind(4);
    }

    /// <summary>Where at least four of the last eight are set.</summary>
    public WideMask FourOf8()
    {
        // Sums of two, four and eight neighbours, a bit of each sum in a mask of its own.
        var other = Behind(1);
        var (low, high) = (this ^ other, this & other);
        var (low2, high2) = (low.Behind(2), high.Behind(2));
        var carry = low & low2;
        var (four0, four1, four2) = (low ^ low2, high ^ high2 ^ carry, (high & high2) | (carry & (high | high2)));
        var (last0, last1, last2) = (four0.Behind(4), four1.Behind(4), four2.Behind(4));
        return four2 | last2 | (four1 & last1) | ((four1 | last1) & four0 & last0);
    }
}
