using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace LumenArgus.Scanning.Fields;

/// <summary>Reading single values by name, for routing and session identification.</summary>
public sealed partial class BodyDocument
{
    private const int MaxLookupChars = 256;

    /// <summary>A string at the top of the body, for example <c>model</c>.</summary>
    /// <param name="name">The property name.</param>
    /// <returns>At most 256 characters of it; null if there is no such string.</returns>
    public string? GetTopLevelString(string name) => TryGetString([name], MaxLookupChars, out var value) ? value : null;

    /// <summary>Whether the body is an object with this property at its top, whatever its value.</summary>
    /// <param name="name">The property name.</param>
    /// <returns>True if the first top-level value has it.</returns>
    public bool HasTopLevelProperty(string name)
    {
        var utf8 = Encoding.UTF8.GetBytes(name);
        for (var i = 0; i < _table.Fields.Count; i++)
        {
            ref readonly var field = ref _table.Fields[i];
            if (field.Kind == FieldKind.PropertyName && field.Container >= 0 && IsFirstRoot(field.Container)
                && _table.Utf8(i).SequenceEqual(utf8))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Looks a string up, for example <c>metadata</c>, <c>user_id</c>. A position in an array is written as a number. Of repeated names the last one counts.</summary>
    /// <param name="path">The names from the top of the first value in the body.</param>
    /// <param name="maxChars">The most characters to return.</param>
    /// <param name="value">The string.</param>
    /// <returns>True if the place holds a string.</returns>
    public bool TryGetString(ReadOnlySpan<string> path, int maxChars, [NotNullWhen(true)] out string? value)
    {
        value = null;
        if (path.IsEmpty || _table.Containers.Count == 0 || !IsFirstRoot(0))
        {
            return false;
        }

        var container = 0;
        for (var i = 0; i < path.Length - 1; i++)
        {
            container = FindContainer(container, path[i]);
            if (container < 0)
            {
                return false;
            }
        }

        var field = FindField(container, path[^1]);
        if (field < 0)
        {
            return false;
        }

        value = Prefix(_table.Utf8(field), maxChars);
        return true;
    }

    private bool IsFirstRoot(int container) => _table.Containers[container].Parent < 0 && _table.Containers[container].Key == ~0;

    private int FindContainer(int parent, string name)
    {
        var utf8 = Encoding.UTF8.GetBytes(name);
        var position = Position(name);
        for (var i = _table.Containers.Count - 1; i > parent; i--)
        {
            ref readonly var candidate = ref _table.Containers[i];
            if (candidate.Parent == parent && IsKey(candidate.Key, utf8, position))
            {
                return i;
            }
        }

        return -1;
    }

    private int FindField(int container, string name)
    {
        var utf8 = Encoding.UTF8.GetBytes(name);
        var position = Position(name);
        for (var i = _table.Fields.Count - 1; i >= _table.Containers[container].FirstField; i--)
        {
            ref readonly var candidate = ref _table.Fields[i];
            if (candidate.Container == container && candidate.Kind == FieldKind.Value && IsKey(candidate.Key, utf8, position))
            {
                return i;
            }
        }

        return -1;
    }

    private bool IsKey(int key, ReadOnlySpan<byte> name, int position) => key < 0 ? ~key == position : _table.Utf8(key).SequenceEqual(name);

    private static int Position(string name) => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : -1;

    private static string Prefix(ReadOnlySpan<byte> utf8, int maxChars)
    {
        // Four bytes are at least one character, so this bounds the work on a long string; the cut may fall into a sequence.
        var text = Encoding.UTF8.GetString(utf8[..(int)Math.Min(utf8.Length, (4L * maxChars) + 4)]);
        return text.Length <= maxChars ? text : text[..(char.IsHighSurrogate(text[maxChars - 1]) ? maxChars - 1 : maxChars)];
    }
}
