using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LumenArgus.Scanning.Rules;

/// <summary>
/// Short texts in which no rule of an index matches, with what else is known of them. In a conversation most fields are a few words that come again and again
/// (<c>type</c>, <c>text</c>, <c>role</c>, <c>user</c>), and a short text costs as much as a block. What has a mark may be a secret that no rule knows, and is forgotten with its body.
/// </summary>
internal sealed class QuietTexts
{
    public const int MaxBytes = 32;

    private const int Half = MaxBytes / 2;

    // Two places each: the newest text that fell on them, and the one before it.
    private const int PairBits = 9;
    private const ulong Multiplier = 0x9E37_79B9_7F4A_7C15;

    private readonly Entry[] _entries = new Entry[2 << PairBits];
    private readonly List<int> _marked = [];

    /// <summary>Whether a text is known, of 2 to <see cref="MaxBytes"/> bytes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isPair">Whether it is a property with its name, in which less is looked for.</param>
    /// <param name="traits">What was kept with it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGet(ReadOnlySpan<byte> text, bool isPair, out TextTraits traits)
    {
        var key = KeyOf(text, isPair);
        var place = PlaceOf(key);
        ref readonly var newest = ref _entries[place];
        if (newest.Key == key)
        {
            traits = newest.Traits;
            return true;
        }

        ref readonly var older = ref _entries[place + 1];
        traits = older.Traits;
        return older.Key == key;
    }

    /// <summary>Keeps a text.</summary>
    public void Add(ReadOnlySpan<byte> text, bool isPair, TextTraits traits)
    {
        var key = KeyOf(text, isPair);
        var place = PlaceOf(key);
        _entries[place + 1] = _entries[place];
        _entries[place] = new Entry(key, traits);
        if ((traits & TextTraits.Mark) != TextTraits.None)
        {
            _marked.Add(place);
        }
    }

    /// <summary>Forgets what has a mark.</summary>
    public void EndBody()
    {
        foreach (var place in _marked)
        {
            Forget(ref _entries[place]);
            Forget(ref _entries[place + 1]);
        }

        _marked.Clear();
    }

    private static void Forget(ref Entry entry)
    {
        if ((entry.Traits & TextTraits.Mark) != TextTraits.None)
        {
            entry = default;
        }
    }

    // The first and the last bytes and the length: together they are the text.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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

    // The first of the two.
    private static int PlaceOf(Key key)
    {
        var words = key.Bytes.AsUInt64();
        return (int)(((words[0] + (words[1] * 3) + (words[2] * 5) + (words[3] * 7) + (ulong)key.Length) * Multiplier) >> (64 - PairBits)) << 1;
    }

    private readonly record struct Key(Vector256<byte> Bytes, int Length);

    private readonly record struct Entry(Key Key, TextTraits Traits);
}
