using System.Globalization;
using System.Text;

namespace LumenArgus.Scanning.Fields;

/// <summary>
/// Paths in the style <c>messages[0].content[1].text</c>. The full path to the string, where the original stops at the block
/// (<c>messages[0].content[1]</c>): both begin alike. The path of a property name is the path of its value. A second value
/// behind the first (JSON lines) begins with <c>#2</c>.
/// </summary>
public sealed partial class BodyDocument
{
    // A path is for people; beyond this depth its outer part is left out, which also bounds the work per finding.
    private const int MaxPathSegments = 64;
    private const int MaxNameBytes = 64;
    private const string Masked = "[*]";

    private HashSet<int>? _maskedNames;

    /// <summary>Keeps a property name out of all paths built from now on, because it holds a match.</summary>
    internal void MaskName(int field)
    {
        var root = RootOf(field);
        if (_table.Fields[root].Kind == FieldKind.PropertyName)
        {
            (_maskedNames ??= []).Add(root);
        }
    }

    internal string PathOf(int field) => IsView(field) ? FieldPath(RootOf(field)) + ChainText(field) : FieldPath(field);

    private string FieldPath(int field)
    {
        ref readonly var entry = ref _table.Fields[field];
        var keys = new List<int> { entry.Kind == FieldKind.PropertyName ? field : entry.Key };
        var container = entry.Container;
        while (container >= 0 && keys.Count < MaxPathSegments)
        {
            keys.Add(_table.Containers[container].Key);
            container = _table.Containers[container].Parent;
        }

        var path = new StringBuilder();
        var isTop = container < 0;
        if (!isTop)
        {
            path.Append('…');
        }

        for (var i = keys.Count - 1; i >= 0; i--)
        {
            if (isTop && i == keys.Count - 1)
            {
                AppendTopLevel(path, ~keys[i]);
            }
            else if (keys[i] < 0)
            {
                path.Append(CultureInfo.InvariantCulture, $"[{~keys[i]}]");
            }
            else
            {
                AppendName(path, keys[i]);
            }
        }

        return path.Length == 0 ? "body" : path.ToString();
    }

    private static void AppendTopLevel(StringBuilder path, int number)
    {
        if (number > 0)
        {
            path.Append(CultureInfo.InvariantCulture, $"#{number + 1}");
        }
    }

    private void AppendName(StringBuilder path, int field)
    {
        var name = _table.Utf8(field);
        if (name.Length > MaxNameBytes || _maskedNames?.Contains(field) == true)
        {
            path.Append(Masked);
            return;
        }

        if (IsIdentifier(name))
        {
            if (path.Length > 0)
            {
                path.Append('.');
            }

            path.Append(Encoding.ASCII.GetString(name));
            return;
        }

        path.Append("[\"");
        foreach (var c in Encoding.UTF8.GetString(name))
        {
            // A path is printed on terminals: nothing that could steer one may pass.
            if (c is '"' or '\\')
            {
                path.Append('\\').Append(c);
            }
            else if (char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator)
            {
                path.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            }
            else
            {
                path.Append(c);
            }
        }

        path.Append("\"]");
    }

    private static bool IsIdentifier(ReadOnlySpan<byte> name)
    {
        if (name.IsEmpty || char.IsAsciiDigit((char)name[0]) || name[0] == '-')
        {
            return false;
        }

        foreach (var b in name)
        {
            if (!char.IsAsciiLetterOrDigit((char)b) && b is not ((byte)'_' or (byte)'-' or (byte)'$'))
            {
                return false;
            }
        }

        return true;
    }
}
