using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace LumenArgus.Forwarding.Bodies;

/// <summary>
/// One contiguous buffer that grows, on its way to become a <see cref="BodyLease"/>. An array that was outgrown is cleared before it goes back
/// to the pool: nobody has looked yet at what it holds.
/// </summary>
internal sealed class BodyBuffer : IDisposable
{
    /// <summary>Larger arrays would stay in the shared pool for good, so they are left to the garbage collector.</summary>
    public const int MaxPooledBytes = 8 * 1024 * 1024;

    private const int SmallestBytes = 4 * 1024;
    private readonly BodyReservation _reservation;
    private byte[]? _array;
    private int _length;

    public BodyBuffer(BodyReservation reservation, int capacity)
    {
        _reservation = reservation;
        try
        {
            _array = Rent(capacity);
        }
        catch (OutOfMemoryException)
        {
            // Nobody would ever give back the share of a body that does not exist.
            reservation.Dispose();
            throw;
        }

        _reservation.Grow(Math.Max(0, _array.Length - _reservation.Bytes));
    }

    public int Length => _length;

    public int Capacity => Current.Length;

    private byte[] Current => _array ?? throw new ObjectDisposedException(nameof(BodyBuffer));

    /// <summary>Room for at least one byte more, doubling when full.</summary>
    public Memory<byte> GetMemory(int atLeast = 1)
    {
        if (Current.Length - _length < atLeast)
        {
            Enlarge(atLeast);
        }

        return Current.AsMemory(_length);
    }

    public void Advance(int bytes)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes, Current.Length - _length);
        _length += bytes;
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(GetMemory(bytes.Length).Span);
        _length += bytes.Length;
    }

    /// <summary>Hands array and reservation to a lease; this buffer is empty afterwards.</summary>
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The caller owns the lease.")]
    public BodyLease ToLease()
    {
        var lease = new BodyLease(Current, _length, _reservation, IsPooled(Current));
        _array = null;
        return lease;
    }

    public void Dispose()
    {
        if (_array is { } array)
        {
            _array = null;
            Return(array, _length, clear: true, IsPooled(array));
            _reservation.Dispose();
        }
    }

    internal static void Return(byte[] array, int length, bool clear, bool pooled)
    {
        if (clear)
        {
            Array.Clear(array, 0, length);
        }

        if (pooled)
        {
            ArrayPool<byte>.Shared.Return(array);
        }
    }

    private static bool IsPooled(byte[] array) => array.Length is > 0 and <= MaxPooledBytes;

    private static byte[] Rent(int capacity) => capacity switch
    {
        0 => [],
        <= MaxPooledBytes => ArrayPool<byte>.Shared.Rent(capacity),
        _ => GC.AllocateUninitializedArray<byte>(capacity),
    };

    private void Enlarge(int atLeast)
    {
        var old = Current;
        var needed = (long)_length + atLeast;
        if (needed > Array.MaxLength)
        {
            throw new BodyTooLargeException();
        }

        var larger = Rent((int)Math.Min(Array.MaxLength, Math.Max(Math.Max(needed, SmallestBytes), old.Length * 2L)));
        _reservation.Grow(larger.Length - old.Length);
        old.AsSpan(0, _length).CopyTo(larger);
        _array = larger;
        Return(old, _length, clear: true, IsPooled(old));
    }
}
