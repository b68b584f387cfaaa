using System.Buffers;

namespace LumenArgus.Scanning.Decoding.Seams;

/// <summary>
/// Lists whose strings code joins with nothing between them: <c>["a", "b"].join("")</c>, <c>"".join(["a", "b"])</c>, <c>implode('', ['a', 'b'])</c>, <c>!Join ["", ["a", "b"]]</c>; and the arguments of
/// calls that do: <c>concat("a", "b")</c>, <c>String.Join("", "a", "b")</c>, <c>sprintf("%s%s", "a", "b")</c>, <c>"%s%s" % ("a", "b")</c>.
/// </summary>
internal static class JoinedLists
{
    private const int MaxLength = 512;

    private static readonly SearchValues<byte> TemplateBytes = SearchValues.Create("%s{}0123456789"u8);

    /// <summary>Finds the start of the list that ends with a bracket.</summary>
    /// <param name="text">The text.</param>
    /// <param name="end">The closing bracket: <c>]</c> or <c>)</c>.</param>
    /// <param name="start">The opening one.</param>
    public static bool TryRead(ReadOnlySpan<byte> text, int end, out int start)
    {
        start = 0;
        var isCall = text[end] == ')';
        var behind = text[(end + 1)..];
        var isJoined = IsJoinedBehind(behind);
        if (!isCall && !isJoined && !behind.StartsWith(")"u8) && !behind.StartsWith("]"u8))
        {
            return false;
        }

        var from = Math.Max(0, end - MaxLength);
        start = from + text[from..end].LastIndexOf(isCall ? (byte)'(' : (byte)'[');
        if (start < from)
        {
            return false;
        }

        var before = text[..start];
        return isJoined || before.EndsWith("\"\".join("u8) || before.EndsWith("''.join("u8) || (isCall ? IsJoiningCall(before, text[(start + 1)..end]) : IsImplode(before));
    }

    /// <summary>Writes the strings of a list.</summary>
    /// <returns>Whether there is more than one.</returns>
    public static bool Write(ViewWriter writer, int source, ReadOnlySpan<byte> text, int start, int end)
    {
        writer.Begin();
        while (text[start..end].IndexOfAny((byte)'"', (byte)'\'') is var quote and >= 0)
        {
            start += quote + 1;
            var length = text[start..end].IndexOf(text[start - 1]);
            if (length < 0)
            {
                break;
            }

            var part = text.Slice(start, length);
            if (length > 0 && !IsTemplate(part))
            {
                writer.AddPiece(PieceKind.Copy, source, start);
                writer.Append(part);
            }

            start += length + 1;
        }

        return writer.PieceCount > 1;
    }

    private static bool IsJoinedBehind(ReadOnlySpan<byte> behind) =>
        behind.StartsWith(".join(\"\")"u8) || behind.StartsWith(".join('')"u8) || behind.StartsWith(".concat()"u8) || behind.StartsWith(" -join ''"u8) || behind.StartsWith(" -join \"\""u8) || (behind.StartsWith(".join"u8) && (behind.Length == ".join".Length || behind[".join".Length] <= ' '));

    // implode('', join("", Fn::Join: ["",
    private static bool IsImplode(ReadOnlySpan<byte> before)
    {
        before = before.TrimEnd((byte)' ');
        if (!before.EndsWith("'',"u8) && !before.EndsWith("\"\","u8))
        {
            return false;
        }

        var name = before[..^3].TrimEnd(" [(:\""u8);
        return name.Length < before.Length - 3 && (EndsWith(name, "join"u8) || name.EndsWith("implode"u8));
    }

    private static bool IsJoiningCall(ReadOnlySpan<byte> before, ReadOnlySpan<byte> arguments) =>
        EndsWith(before, "concat"u8) || EndsWith(before, "concat!"u8) || EndsWith(before, "paste0"u8) || before.TrimEnd((byte)' ').EndsWith("-join"u8)
        || (EndsWith(before, "join"u8) && (arguments.IndexOf("\"\""u8) >= 0 || arguments.IndexOf("''"u8) >= 0))
        || ((EndsWith(before, "format"u8) || EndsWith(before, "printf"u8) || EndsWith(before, "format!"u8)) && IsTemplate(FirstString(arguments)))
        || IsFormatted(before.TrimEnd(" %"u8)) || (before.EndsWith(".format"u8) && IsFormatted(before[..^".format".Length]));

    // A string of nothing but places for others ends here.
    private static bool IsFormatted(ReadOnlySpan<byte> before)
    {
        if (before.Length < 2 || !StringCode.IsQuote(before[^1]))
        {
            return false;
        }

        var text = before[..^1];
        return IsTemplate(text[(text.LastIndexOf(before[^1]) + 1)..]);
    }

    private static ReadOnlySpan<byte> FirstString(ReadOnlySpan<byte> arguments)
    {
        var quote = arguments.IndexOfAny((byte)'"', (byte)'\'');
        var text = arguments[(quote + 1)..];
        var end = quote < 0 ? -1 : text.IndexOf(arguments[quote]);
        return end < 0 ? [] : text[..end];
    }

    private static bool IsTemplate(ReadOnlySpan<byte> text) => text.Length is > 3 and < 64 && text[0] is (byte)'%' or (byte)'{' && text.IndexOfAnyExcept(TemplateBytes) < 0;

    // Names are written in any case.
    private static bool EndsWith(ReadOnlySpan<byte> text, ReadOnlySpan<byte> name) =>
        text.Length >= name.Length && System.Text.Ascii.EqualsIgnoreCase(text[^name.Length..], name);
}
