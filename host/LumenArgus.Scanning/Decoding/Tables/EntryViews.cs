using LumenArgus.Scanning.Fields;

namespace LumenArgus.Scanning.Decoding.Tables;

/// <summary>
/// Puts the name of an entry before its value where an object says both: <c>{"name": "API_KEY", "value": "..."}</c>, <c>"api_key": {"value": "..."}</c>. Where both were
/// recognised they were read together before.
/// </summary>
internal sealed class EntryViews(BodyDocument document, ViewWriter writer, Action<TextEncodings> commit)
{
    private const int ShortestValue = 8;
    private const int LongestValue = 512;
    private const int LongestName = 64;

    // Properties of an entry between its name and its value, and what is in them.
    private const int Nearby = 8;

    /// <summary>Makes the views.</summary>
    public void Write()
    {
        var table = document.Table;
        for (var field = 0; field < document.FieldCount; field++)
        {
            ref readonly var entry = ref table.Fields[field];
            if (entry.Kind != FieldKind.Value || entry.Key < 0 || entry.Container < 0 || !IsValue(table.Name(entry.Key)))
            {
                continue;
            }

            var value = table.Utf8(field);
            if (value.Length is >= ShortestValue and <= LongestValue && value.IndexOfAnyInRange((byte)0, (byte)' ') < 0)
            {
                Write(field, value, entry.Container);
            }
        }
    }

    private void Write(int field, ReadOnlySpan<byte> value, int container)
    {
        var name = NameOf(field, container);
        if (name < 0 || (document.IsKnown(name) && document.IsKnown(field)) || document.Table.Utf8(name).Length is 0 or > LongestName)
        {
            return;
        }

        writer.Begin();
        writer.AddPiece(PieceKind.Copy, name, 0);
        writer.Append(document.Table.Utf8(name));
        writer.AddPiece(PieceKind.Gap, field, 0);
        writer.Append(": "u8);
        writer.AddPiece(PieceKind.Copy, field, 0);
        writer.Append(value);
        commit(TextEncodings.Table);
    }

    // The field that holds it, or the name of the object; negative if the object has none.
    private int NameOf(int field, int container)
    {
        var table = document.Table;
        for (var near = Math.Max(0, field - Nearby); near < Math.Min(document.FieldCount, field + Nearby); near++)
        {
            ref readonly var entry = ref table.Fields[near];
            if (entry.Container == container && entry.Kind == FieldKind.Value && entry.Key >= 0 && IsName(table.Name(entry.Key)))
            {
                return near;
            }
        }

        return table.Containers[container].Key;
    }

    private static bool IsValue(ReadOnlySpan<byte> name) => name.Length switch
    {
        5 => name.SequenceEqual("value"u8) || name.SequenceEqual("Value"u8),
        7 => name.SequenceEqual("default"u8) || name.SequenceEqual("Default"u8),
        12 => name.SequenceEqual("defaultValue"u8),
        14 => name.SequenceEqual("ParameterValue"u8),
        _ => false,
    };

    private static bool IsName(ReadOnlySpan<byte> name) => name.Length switch
    {
        3 => name.SequenceEqual("key"u8) || name.SequenceEqual("Key"u8),
        4 => name.SequenceEqual("name"u8) || name.SequenceEqual("Name"u8),
        12 => name.SequenceEqual("ParameterKey"u8),
        _ => false,
    };
}
