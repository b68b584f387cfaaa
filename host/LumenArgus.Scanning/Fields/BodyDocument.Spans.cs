using System.Text;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Scanning.Fields;

/// <summary>From text back to bytes of the body.</summary>
public sealed partial class BodyDocument
{
    private List<ByteSpan>? _immutable;

    /// <summary>The bytes of the body behind a range of a field's text. Widened to whole UTF-8 sequences and whole escapes, surrogate pairs included.</summary>
    /// <param name="field">Index of the field or view.</param>
    /// <param name="start">First byte in its UTF-8 text.</param>
    /// <param name="length">Number of bytes.</param>
    /// <returns>The range in the body; of a range that came from several fields the part in the first.</returns>
    public ByteSpan ToBodySpan(int field, int start, int length)
    {
        if (IsView(field))
        {
            return ToBodySpans(field, start, length)[0];
        }

        ref readonly var entry = ref _table.Unescape(field);
        var text = _table.Utf8(field);
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)start + length, text.Length, nameof(length));
        if (length > 0)
        {
            (start, length) = WholeSequences(text, start, length);
        }

        if (entry.Unescaped < 0)
        {
            return new ByteSpan(entry.RawStart + start, length);
        }

        var from = MapOffset(in entry, start, roundUp: false);
        var to = length == 0 ? from : MapOffset(in entry, start + length, roundUp: true);
        return new ByteSpan(entry.RawStart + from, to - from);
    }

    /// <summary>Whether a byte of the range is in a block that must not be edited: signed thinking, or content encrypted by the provider.</summary>
    /// <param name="span">A range of the body.</param>
    /// <returns>True if an edit there must be refused.</returns>
    public bool IsImmutable(ByteSpan span)
    {
        _immutable ??= FindImmutable();
        int low = 0, high = _immutable.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_immutable[middle].End <= span.Start)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low < _immutable.Count && _immutable[low].Overlaps(span);
    }

    /// <summary>The string whose content holds the range, quotes excluded; null if the range leaves it.</summary>
    internal int? FieldAt(ByteSpan span)
    {
        if (FieldCount == 0)
        {
            return null;
        }

        // Fields stand in the table in the order of the body and do not overlap, but for the text behind the last one, which may begin in it.
        ref readonly var last = ref _table.Fields[FieldCount - 1];
        if (last.Kind == FieldKind.Text && span.Start >= last.RawStart)
        {
            return span.End <= last.RawStart + last.RawLength ? FieldCount - 1 : null;
        }

        int low = 0, high = FieldCount;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_table.Fields[middle].RawStart <= span.Start)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        if (low == 0)
        {
            return null;
        }

        ref readonly var entry = ref _table.Fields[low - 1];
        return span.End <= entry.RawStart + entry.RawLength ? low - 1 : null;
    }

    /// <summary>Whether neither end of a range of the body cuts an escape or a UTF-8 sequence of the field in two.</summary>
    internal bool IsOnEscapeBorders(int field, ByteSpan span)
    {
        ref readonly var entry = ref _table.Unescape(field);
        return IsBorder(in entry, span.Start - entry.RawStart) && IsBorder(in entry, span.End - entry.RawStart);
    }

    /// <summary>Turns a range of UTF-16 characters of <see cref="GetText"/> into bytes of the field.</summary>
    internal (int Start, int Length) Utf8Range(int field, int charStart, int charLength)
    {
        var utf8 = Utf8(field);
        var start = SkipChars(utf8, charStart);
        return (start, SkipChars(utf8[start..], charLength));
    }

    private static (int Start, int Length) WholeSequences(ReadOnlySpan<byte> text, int start, int length)
    {
        // At most three bytes each way: in invalid UTF-8 there may be any number of continuation bytes.
        var from = start;
        while (from > 0 && start - from < 3 && IsContinuation(text[from]))
        {
            from--;
        }

        var end = start + length;
        var to = end;
        while (to < text.Length && to - end < 3 && IsContinuation(text[to]))
        {
            to++;
        }

        return (from, to - from);
    }

    private static bool IsContinuation(byte value) => (value & 0xC0) == 0x80;

    private static int SkipChars(ReadOnlySpan<byte> utf8, int chars)
    {
        var position = 0;
        while (chars > 0 && position < utf8.Length)
        {
            // An invalid sequence is one replacement character, as in the transcoded text.
            Rune.DecodeFromUtf8(utf8[position..], out var rune, out var consumed);
            position += consumed;
            chars -= rune.Utf16SequenceLength;
        }

        return position;
    }

    private bool IsBorder(in FieldEntry entry, int rawTarget)
    {
        var raw = _table.Body.Span.Slice(entry.RawStart, entry.RawLength);
        if (rawTarget < raw.Length && IsContinuation(raw[rawTarget]))
        {
            return false;
        }

        if (entry.Unescaped < 0)
        {
            return true;
        }

        ref readonly var text = ref _table.Texts[entry.Unescaped];
        var position = 0;
        foreach (var checkpoint in _table.Checkpoints.Span.Slice(text.FirstCheckpoint, text.CheckpointCount))
        {
            if (checkpoint.Raw > rawTarget)
            {
                break;
            }

            position = checkpoint.Raw;
        }

        Span<byte> scratch = stackalloc byte[4];
        while (position < rawTarget)
        {
            var plain = raw[position..].IndexOf((byte)'\\');
            if (plain < 0 || position + plain >= rawTarget)
            {
                return true;
            }

            position += plain;
            position += JsonEscape.Decode(raw[position..], scratch, out _);
        }

        return position == rawTarget;
    }

    private int MapOffset(in FieldEntry entry, int target, bool roundUp)
    {
        ref readonly var text = ref _table.Texts[entry.Unescaped];
        var checkpoints = _table.Checkpoints.Span.Slice(text.FirstCheckpoint, text.CheckpointCount);
        var index = IndexOfLastAtOrBefore(checkpoints, target);
        var (textOffset, rawOffset) = index < 0 ? (0, 0) : (checkpoints[index].Text, checkpoints[index].Raw);
        var raw = _table.Body.Span.Slice(entry.RawStart, entry.RawLength);
        Span<byte> scratch = stackalloc byte[4];
        while (textOffset < target)
        {
            var plain = raw[rawOffset..].IndexOf((byte)'\\');
            plain = plain < 0 ? raw.Length - rawOffset : plain;
            if (textOffset + plain >= target)
            {
                return rawOffset + (target - textOffset);
            }

            textOffset += plain;
            rawOffset += plain;
            var consumed = JsonEscape.Decode(raw[rawOffset..], scratch, out var written);
            if (textOffset + written > target)
            {
                return roundUp ? rawOffset + consumed : rawOffset;
            }

            textOffset += written;
            rawOffset += consumed;
        }

        return rawOffset;
    }

    private static int IndexOfLastAtOrBefore(ReadOnlySpan<Checkpoint> checkpoints, int target)
    {
        int low = 0, high = checkpoints.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (checkpoints[middle].Text <= target)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low - 1;
    }

    private List<ByteSpan> FindImmutable()
    {
        var spans = new List<ByteSpan>();
        foreach (ref readonly var container in _table.Containers.Span)
        {
            if (container.IsSigned)
            {
                spans.Add(new ByteSpan(container.Start, container.End - container.Start));
            }
        }

        foreach (ref readonly var field in _table.Fields.Span)
        {
            if (field.Kind == FieldKind.Value && FieldNames.IsOpaqueContent(_table.Name(field.Key)))
            {
                spans.Add(new ByteSpan(field.RawStart, field.RawLength));
            }
        }

        spans.Sort((a, b) => a.Start.CompareTo(b.Start));
        var merged = new List<ByteSpan>(spans.Count);
        foreach (var span in spans)
        {
            if (merged.Count > 0 && span.Start <= merged[^1].End)
            {
                merged[^1] = new ByteSpan(merged[^1].Start, Math.Max(merged[^1].End, span.End) - merged[^1].Start);
            }
            else
            {
                merged.Add(span);
            }
        }

        return merged;
    }
}
