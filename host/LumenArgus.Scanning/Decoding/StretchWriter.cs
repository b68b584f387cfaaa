using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text.Unicode;

namespace LumenArgus.Scanning.Decoding;

/// <summary>
/// Keeps the readable stretches of decoded bytes: an image leaves next to nothing, a secret between binary is seen. A stretch may go on over
/// blocks; one that turns out to be too short is taken back.
/// </summary>
internal sealed class StretchWriter(ViewWriter writer, int minLength)
{
    private const int Word = 64;
    private const int MaxPiece = 1024;
    private const int ShortestByMask = 8;

    private PieceKind _kind;
    private int _source;
    private int _sourceEnd;
    private int _contextStart;
    private bool _isFirstByte;
    private bool _isOpen;
    private int _openLength;
    private (int Length, int Pieces) _beforeOpen;

    /// <summary>Begins the content of one encoded run.</summary>
    /// <param name="kind">How it was encoded.</param>
    /// <param name="source">The text with the run.</param>
    /// <param name="sourceEnd">Where the run ends there.</param>
    /// <param name="contextStart">The text from here to the run is put before content that is readable from its first byte; negative for none.</param>
    public void Begin(PieceKind kind, int source, int sourceEnd, int contextStart)
    {
        (_kind, _source, _sourceEnd, _contextStart) = (kind, source, sourceEnd, contextStart);
        (_isFirstByte, _isOpen, _openLength) = (true, false, 0);
        writer.Begin();
    }

    /// <summary>Adds the next decoded bytes.</summary>
    public void Add<TPlaces>(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> context, ref TPlaces places)
        where TPlaces : ISourcePlaces, allows ref struct
    {
        var isText = IsText(bytes);
        var start = _isOpen ? 0 : -1;
        for (var word = 0; word < bytes.Length; word += Word)
        {
            var valid = Math.Min(Word, bytes.Length - word);
            var mask = Readable(bytes.Slice(word, valid), isText);
            if (start >= 0)
            {
                var length = BitOperations.TrailingZeroCount(~mask);
                if (length >= valid)
                {
                    continue;
                }

                Close(bytes, context, start, word + length, ref places);
                start = -1;
                mask &= ulong.MaxValue << length;
            }

            // Bits at which at least eight begin; shorter stretches within a word are not even looked at.
            var starts = minLength >= ShortestByMask ? BeginsEight(mask) : mask;
            while (starts != 0)
            {
                var first = BitOperations.TrailingZeroCount(starts);
                var end = first + BitOperations.TrailingZeroCount(~(mask >> first));
                if (end >= valid)
                {
                    break;
                }

                Close(bytes, context, word + first, word + end, ref places);
                starts &= ulong.MaxValue << end;
            }

            var last = BitOperations.LeadingZeroCount(~(mask << (Word - valid)));
            start = last > 0 ? word + valid - last : -1;
        }

        if (start >= 0)
        {
            Write(bytes, context, start, bytes.Length, ref places);
            _isOpen = true;
        }

        _isFirstByte &= bytes.IsEmpty;
    }

    /// <summary>Says that some bytes are left out here.</summary>
    public void Interrupt()
    {
        CloseOpen();
        _isFirstByte = false;
    }

    /// <summary>Ends the content.</summary>
    /// <param name="after">Text of the source behind the run, put behind content that is readable to its end.</param>
    /// <param name="afterStart">Where that is.</param>
    /// <returns>Whether anything was kept.</returns>
    public bool End(ReadOnlySpan<byte> after, int afterStart)
    {
        var isReadableToTheEnd = _isOpen && _openLength >= minLength;
        CloseOpen();
        if (writer.Length > 0 && isReadableToTheEnd && !after.IsEmpty)
        {
            writer.AddPiece(PieceKind.Copy, _source, afterStart);
            writer.Append(after);
        }

        return writer.Length > 0;
    }

    internal static ulong Readable(ReadOnlySpan<byte> word, bool isText)
    {
        if (!Vector256.IsHardwareAccelerated || word.Length < Word)
        {
            var mask = 0ul;
            for (var i = 0; i < word.Length; i++)
            {
                mask |= word[i] is (>= 0x20 and < 0x7F) or 9 or 10 or 13 || (isText && word[i] >= 0x80) ? 1ul << i : 0;
            }

            return mask;
        }

        ref var bytes = ref MemoryMarshal.GetReference(word);
        return Readable(Vector256.LoadUnsafe(ref bytes), isText) | ((ulong)Readable(Vector256.LoadUnsafe(ref bytes, 32), isText) << 32);
    }

    private static uint Readable(Vector256<byte> bytes, bool isText)
    {
        var printable = Vector256.LessThan(bytes - Vector256.Create((byte)0x20), Vector256.Create((byte)0x5F))
            | Vector256.LessThan(bytes - Vector256.Create((byte)9), Vector256.Create((byte)2))
            | Vector256.Equals(bytes, Vector256.Create((byte)13));
        return (isText ? printable | bytes : printable).ExtractMostSignificantBits();
    }

    private static ulong BeginsEight(ulong mask)
    {
        var two = mask & (mask >> 1);
        var four = two & (two >> 2);
        return four & (four >> 4);
    }

    /// <summary>Whether bytes are UTF-8, but for a character that is cut in two at each end.</summary>
    internal static bool IsText(ReadOnlySpan<byte> bytes)
    {
        var start = 0;
        while (start < 3 && start < bytes.Length && (bytes[start] & 0xC0) == 0x80)
        {
            start++;
        }

        var end = bytes.Length;
        while (end > start && bytes.Length - end < 3 && (bytes[end - 1] & 0xC0) == 0x80)
        {
            end--;
        }

        if (end > start && bytes[end - 1] >= 0xC0)
        {
            end--;
        }
        else
        {
            end = bytes.Length;
        }

        return Utf8.IsValid(bytes[start..end]);
    }

    private void Close<TPlaces>(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> context, int start, int end, ref TPlaces places)
        where TPlaces : ISourcePlaces, allows ref struct
    {
        var isOpen = _isOpen && start == 0;
        if (isOpen || end - start >= minLength)
        {
            Write(bytes, context, start, end, ref places);
        }

        if (isOpen)
        {
            CloseOpen();
        }

        _isOpen = false;
    }

    private void CloseOpen()
    {
        if (_isOpen && _openLength < minLength)
        {
            writer.Rewind(_beforeOpen.Length, _beforeOpen.Pieces);
        }

        _isOpen = false;
    }

    private void Write<TPlaces>(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> context, int start, int end, ref TPlaces places)
        where TPlaces : ISourcePlaces, allows ref struct
    {
        if (!_isOpen || start > 0)
        {
            _beforeOpen = (writer.Length, writer.PieceCount);
            _openLength = 0;
            if (writer.Length > 0)
            {
                writer.AddPiece(PieceKind.Gap, _source, 0);
                writer.Append("\n"u8);
            }
            else if (_isFirstByte && start == 0 && !context.IsEmpty)
            {
                writer.AddPiece(PieceKind.Copy, _source, _contextStart);
                writer.Append(context);
            }
        }

        for (var from = start; from < end; from += MaxPiece)
        {
            var to = Math.Min(end, from + MaxPiece);
            var (place, skip) = places.Of(from);
            writer.AddPiece(_kind, _source, place, _sourceEnd, skip);
            writer.Append(bytes[from..to]);
        }

        _openLength += end - start;
    }
}
