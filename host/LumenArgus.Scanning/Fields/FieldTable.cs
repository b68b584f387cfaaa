using System.Buffers;
using System.Runtime.CompilerServices;
using LumenArgus.Scanning.Fields.Forms;

namespace LumenArgus.Scanning.Fields;

/// <summary>What the walker fills and the document reads: fields, containers and the texts of strings with escapes. All arrays are from the pool.</summary>
internal sealed class FieldTable(ReadOnlyMemory<byte> body)
{
    // A field for each 256 bytes is typical of a conversation; the tables double from there.
    private const int TypicalBytesPerField = 256;

    // The pool keeps what it is given for a while: a few giant bodies must not hold gigabytes.
    private const int MaxPooledBytes = 1 << 26;

    /// <summary>Texts are copied in blocks of this size, so that up to so many bytes behind the last one were written too.</summary>
    public const int Overhang = 64;

    public StructList<FieldEntry> Fields = new(Math.Max(16, body.Length / TypicalBytesPerField));
    public StructList<ContainerEntry> Containers = new(Math.Max(8, body.Length / TypicalBytesPerField / 4));
    public StructList<UnescapedText> Texts = new(0);
    public StructList<Checkpoint> Checkpoints = new(0);
    public StructList<FormPart> Parts = new(0);
    public byte[] Side = [];
    public int SideUsed;

    public ReadOnlyMemory<byte> Body { get; } = body;

    /// <summary>Bytes of all fields in the body, escapes included.</summary>
    public long RawBytes { get; private set; }

    public int AddField(in FieldEntry entry)
    {
        RawBytes += entry.RawLength;
        return Fields.Add(entry);
    }

    /// <summary>Takes back what was added last.</summary>
    public void Truncate(int fields, int containers)
    {
        while (Fields.Count > fields)
        {
            RawBytes -= Fields[Fields.Count - 1].RawLength;
            Fields.RemoveLast();
        }

        while (Containers.Count > containers)
        {
            Containers.RemoveLast();
        }
    }

    /// <summary>The bytes of a field as they stand in the body.</summary>
    public ReadOnlySpan<byte> Raw(int field) => Body.Span.Slice(Fields[field].RawStart, Fields[field].RawLength);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> Utf8(int field)
    {
        ref readonly var entry = ref Unescape(field);
        if (entry.Unescaped == FieldEntry.Plain)
        {
            return Body.Span.Slice(entry.RawStart, entry.RawLength);
        }

        ref readonly var text = ref Texts[entry.Unescaped];
        return Side.AsSpan(text.Start, text.Length);
    }

    public ReadOnlyMemory<byte> Utf8Memory(int field)
    {
        ref readonly var entry = ref Unescape(field);
        if (entry.Unescaped == FieldEntry.Plain)
        {
            return Body.Slice(entry.RawStart, entry.RawLength);
        }

        ref readonly var text = ref Texts[entry.Unescaped];
        return Side.AsMemory(text.Start, text.Length);
    }

    /// <summary>The field, its text at hand: escapes are undone when it is first asked for, which is never for a text that was recognised.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly FieldEntry Unescape(int field)
    {
        ref var entry = ref Fields[field];
        if (entry.Unescaped == FieldEntry.Pending)
        {
            Unescape(ref entry);
        }

        return ref entry;
    }

    private void Unescape(ref FieldEntry entry) => entry.Unescaped = StringUnescaper.Write(this, entry.RawStart, entry.RawLength);

    /// <summary>A side buffer for texts of at most this length together.</summary>
    public void RentSide(int length) =>
        Side = length <= MaxPooledBytes ? ArrayPool<byte>.Shared.Rent(length) : GC.AllocateUninitializedArray<byte>(length);

    /// <summary>Gives all arrays back. Nobody may read the table any more; there is nothing left in it.</summary>
    /// <param name="clear">Whether the texts held something that must not stay in memory.</param>
    public void Return(bool clear)
    {
        Fields.Return();
        Containers.Return();
        Texts.Return();
        Checkpoints.Return();
        Parts.Return();
        var side = Side;
        Side = [];
        if (clear)
        {
            side.AsSpan(0, Math.Min(side.Length, SideUsed + Overhang)).Clear();
        }

        if (side.Length is > 0 and <= MaxPooledBytes)
        {
            ArrayPool<byte>.Shared.Return(side);
        }
    }

    /// <summary>The name a key stands for; empty for a position in an array.</summary>
    public ReadOnlySpan<byte> Name(int key) => key < 0 ? default : Utf8(key);
}
