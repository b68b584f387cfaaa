namespace LumenArgus.Scanning.Decoding.Seams;

/// <summary>
/// Where a call or a later statement goes on with the string that ends here: <c>key = "a"; key += "b"</c>, <c>key = key + "b"</c>, <c>KEY="${KEY}b"</c>,
/// <c>text.append("a"); text.append("b")</c>, <c>append("a").append("b")</c>.
/// </summary>
internal static class Continuations
{
    private const int MaxName = 48;

    /// <summary>Reads from behind the closing quote to the next part.</summary>
    /// <param name="text">The text, up to where the junction has to end.</param>
    /// <param name="position">Behind the quote; afterwards where the next part begins, if there is one.</param>
    public static bool TryRead(ReadOnlySpan<byte> text, ref int position)
    {
        var end = position;
        Skip(text, ref end, (byte)')');
        StringCode.SkipBlank(text, ref end);
        Skip(text, ref end, (byte)';');
        StringCode.SkipBlank(text, ref end);
        var name = ReadName(text, ref end);
        if (name.IsEmpty || !(end < text.Length && text[end] == '(' ? IsAppend(name, ref end) : IsAssignment(text, name, ref end)) || !StringCode.TryOpen(text, ref end))
        {
            return false;
        }

        SkipVariable(text, name, ref end);
        position = end;
        return true;
    }

    private static void Skip(ReadOnlySpan<byte> text, ref int position, byte value) => position += position < text.Length && text[position] == value ? 1 : 0;

    private static ReadOnlySpan<byte> ReadName(ReadOnlySpan<byte> text, ref int position)
    {
        var start = position;
        while (position < text.Length && position - start < MaxName && (char.IsAsciiLetterOrDigit((char)text[position]) || text[position] is (byte)'_' or (byte)'.' or (byte)'$' or (byte)'@'))
        {
            position++;
        }

        var name = text[start..position];

        // In "key .= " the point belongs to the sign, in "key..=" both.
        var trimmed = name.TrimEnd((byte)'.');
        position -= name.Length - trimmed.Length;
        return trimmed;
    }

    private static bool IsAppend(ReadOnlySpan<byte> name, ref int position)
    {
        position++;
        var point = name.LastIndexOf((byte)'.');
        var method = name[(point + 1)..];
        return point >= 0 && (method.SequenceEqual("append"u8) || method.SequenceEqual("Append"u8) || method.SequenceEqual("push_str"u8) || method.SequenceEqual("push"u8)
            || method.SequenceEqual("plus"u8) || method.SequenceEqual("concat"u8) || method.SequenceEqual("WriteString"u8) || method.SequenceEqual("write"u8));
    }

    // A sign that appends, or a sign that assigns and the same name again with one that joins.
    private static bool IsAssignment(ReadOnlySpan<byte> text, ReadOnlySpan<byte> name, ref int position)
    {
        StringCode.SkipBlank(text, ref position);
        var sign = position;
        Junctions.SkipOperator(text, ref position);
        var appends = position > sign;
        var assigns = position < text.Length && text[position] == '=';
        position += assigns ? 1 : 0;
        StringCode.SkipBlank(text, ref position);
        if (appends)
        {
            return assigns || text[sign..].StartsWith("<<"u8);
        }

        if (!assigns)
        {
            return false;
        }

        if (!text[position..].StartsWith(name))
        {
            return text[position..].StartsWith("\"$"u8);
        }

        position += name.Length;
        StringCode.SkipBlank(text, ref position);
        sign = position;
        Junctions.SkipOperator(text, ref position);
        StringCode.SkipBlank(text, ref position);
        return position > sign;
    }

    // "${KEY}b", "$KEY"b, "$KEY""b", "{key}b".
    private static void SkipVariable(ReadOnlySpan<byte> text, ReadOnlySpan<byte> name, ref int position)
    {
        var end = position;
        Skip(text, ref end, (byte)'$');
        Skip(text, ref end, (byte)'{');
        if (end > position && text[end..].StartsWith(name))
        {
            position = end + name.Length;
            Skip(text, ref position, (byte)'}');
            Skip(text, ref position, (byte)'"');
            Skip(text, ref position, (byte)'"');
        }
    }
}
