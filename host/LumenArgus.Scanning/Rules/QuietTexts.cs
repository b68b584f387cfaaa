using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LumenArgus.Scanning.Rules;

/// <summary>
/// Short texts of one body in which no rule matched, with what else is known of them. In a conversation most fields are a few words that come again and again
/// (<c>type</c>, <c>text</c>, <c>role</c>, <c>user</c>), and a short text costs as much as a block. A place of the table holds the last text that fell on it.
/// </summary>
internal sealed class QuietTexts : IDisposable
{
    public const int MaxBytes = 32;

    private const int Half = MaxBytes / 2;
    private const int PlaceBits = 7;
    private const ulong Multiplier = 0x9E37_79B9_7F4A_7C15;

    private Entry[] _entries = ArrayPool<Entry>.Shared.Rent(1 << PlaceBits);

    public QuietTexts() => _entries.AsSpan(0, 1 << PlaceBits).Clear();

    public void Dispose()
    {
        if (_entries.Length > 0)
        {
            // What is kept are texts without a match.
            ArrayPool<Entry>.Shared.Return(_entries);
            _entries = [];
        }
    }

    /// <summary>Whether a text is known, of 2 to <see cref="MaxBytes"/> bytes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isPair">Whether it is a property with its name, in which less is looked for.</param>
    /// <param name="traits">What was kept with it.</param>
    public bool TryGet(ReadOnlySpan<byte> text, bool isPair, out TextTraits traits)
    {
        var key = KeyOf(text, isPair);
        ref readonly var entry = ref _entries[PlaceOf(key)];
        traits = entry.Traits;
        return entry.Key == key;
    }

    /// <summary>Keeps a text.</summary>
    public void Add(ReadOnlySpan<byte> text, bool isPair, TextTraits traits)
    {
        var key = KeyOf(text, isPair);
        _entries[PlaceOf(key)] = new Entry(key, traits);
    }

    // The first and the last bytes and the length: together they are the text.
    private static Key KeyOf(ReadOnlySpan<byte> text, bool isPair)
    {
        ref var first = ref MemoryMarshal.GetReference(text);
        var length = text.Length;
        var (start, end) = length switch
        {
            >= Half => (Vector128.LoadUnsafe(ref first), Vector128.LoadUnsafe(ref first, (nuint)(length - Half))),
            >= sizeof(ulong) => (Vector128.CreateScalar(Read<ulong>(ref first, 0)).AsByte(), Vector128.CreateScalar(Read<ulong>(ref first, length - sizeof(ulong))).AsByte()),
            >= sizeof(uint) => (Vector128.CreateScalar(Read<uint>(ref first, 0)).AsByte(), Vector128.CreateScalar(Read<uint>(ref first, length - sizeof(uint))).AsByte()),
            _ => (Vector128.CreateScalar(Read<ushort>(ref first, 0)).AsByte(), Vector128.CreateScalar(Read<ushort>(ref first, length - sizeof(ushort))).AsByte()),
        };
        return new Key(Vector256.Create(start, end), (length << 1) | (isPair ? 1 : 0));
    }

    private static T Read<T>(ref byte first, int offset) => Unsafe.ReadUnaligned<T>(ref Unsafe.Add(ref first, offset));

    private static int PlaceOf(Key key)
    {
        var words = key.Bytes.AsUInt64();
        return (int)(((words[0] + (words[1] * 3) + (words[2] * 5) + (words[3] * 7) + (ulong)key.Length) * Multiplier) >> (64 - PlaceBits));
    }

    private readonly record struct Key(Vector256<byte> Bytes, int Length);

    private readonly record struct Entry(Key Key, TextTraits Traits);
}
