using System.Buffers;

namespace LumenArgus.Scanning.Fields.Forms;

/// <summary>
/// Divides a body of <c>name=value&amp;name=value</c> into names and values. Their texts are the bytes of the body; what they stand for is a view. A body with a byte that
/// no such form has is none, whatever its header says: many programs send this type with everything.
/// </summary>
internal static class UrlEncodedWalker
{
    private static readonly SearchValues<byte> FormBytes = SearchValues.Create(
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz*-._+%&=~!$'(),/:;?@[]|"u8);

    /// <summary>Fills the table.</summary>
    /// <returns>False, and nothing is filled, if the body is no such form.</returns>
    public static bool TryWalk(FieldTable table)
    {
        var body = table.Body.Span.TrimEnd("\r\n"u8);
        if (!body.Contains((byte)'=') || body.ContainsAnyExcept(FormBytes) || !HasWholeEscapes(body))
        {
            return false;
        }

        table.Containers.Add(new ContainerEntry { Parent = -1, Key = ~0, End = body.Length, RoleField = -1, TypeField = -1, IsForm = true });
        for (int position = 0, number = 0; position < body.Length; number++)
        {
            var length = body[position..].IndexOf((byte)'&');
            length = length < 0 ? body.Length - position : length;
            AddPair(table, body.Slice(position, length), position, number);
            position += length + 1;
        }

        return true;
    }

    private static void AddPair(FieldTable table, ReadOnlySpan<byte> pair, int start, int number)
    {
        var equals = pair.IndexOf((byte)'=');
        var key = ~number;
        if (equals > 0)
        {
            key = Add(table, start, equals, key: 0, FieldKind.PropertyName);
        }

        if (equals + 1 < pair.Length)
        {
            Add(table, start + equals + 1, pair.Length - equals - 1, key, FieldKind.Value);
        }
    }

    private static int Add(FieldTable table, int start, int length, int key, FieldKind kind) => table.AddField(new FieldEntry
    {
        RawStart = start, RawLength = length, Container = 0, Key = key, Unescaped = FieldEntry.Plain, Kind = kind, Escapes = FieldEscapes.Form,
    });

    private static bool HasWholeEscapes(ReadOnlySpan<byte> body)
    {
        for (var rest = body; rest.IndexOf((byte)'%') is >= 0 and var found; rest = rest[(found + 1)..])
        {
            if (rest.Length < found + 3 || !char.IsAsciiHexDigit((char)rest[found + 1]) || !char.IsAsciiHexDigit((char)rest[found + 2]))
            {
                return false;
            }
        }

        return true;
    }
}
