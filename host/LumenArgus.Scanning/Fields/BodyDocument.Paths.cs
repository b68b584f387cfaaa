using System.Globalization;
using System.Text;

namespace LumenArgus.Scanning.Fields;

/// <summary>
/// Paths in the style <c>messages[0].content[1].text</c>. The full path to the string, where the original stops at the block
/// (<c>messages[0].content[1]</c>): both begin alike. The path of a property name is the path of its value. A second value
/// behind the first (JSON lines) begins with <c>#2</c>, a field of a form with <c>body[name]</c>.
/// </summary>
public sealed partial class BodyDocument
{
    // A path is for people; beyond this depth its outer part is left out, which also bounds the work per finding.
    private const int MaxPathSegments = 64;
    private const int MaxNameBytes = 64;
    private const string Masked = "[*]";

    private HashSet<int>? _maskedNames;

    /// <summary>Keeps the name of a property or a tool out of all paths built from now on, because it holds a match.</summary>
    internal void MaskName(int field)
    {
        var root = RootOf(field);
        if (_table.Fields[root].Kind == FieldKind.PropertyName || IsToolName(root))
        {
            (_maskedNames ??= []).Add(root);
        }
    }

    internal string PathOf(int field) => IsView(field) ? FieldPath(RootOf(field)) + ChainText(field) : FieldPath(field);

    private string FieldPath(int field)
    {
        ref readonly var entry = ref _table.Fields[field];
        var keys = new List<(int Key, bool IsOfForm)> { (entry.Kind == FieldKind.PropertyName ? field : entry.Key, IsForm(entry.Container)) };
        var container = entry.Container;
        while (container >= 0 && keys.Count < MaxPathSegments && !IsArguments(container))
        {
            var (key, parent) = (_table.Containers[container].Key, _table.Containers[container].Parent);
            keys.Add((key, IsForm(parent)));
            container = parent;
        }

        var path = new StringBuilder();
        var isTop = container < 0;
        if (!isTop && IsArguments(container))
        {
            AppendArguments(path, container);
        }
        else if (!isTop)
        {
            path.Append('…');
        }

        for (var i = keys.Count - 1; i >= 0; i--)
        {
            var (key, isOfForm) = keys[i];
            if (isTop && i == keys.Count - 1)
            {
                AppendTopLevel(path, ~key);
                continue;
            }

            path.Append(isOfForm && path.Length == 0 ? "body" : "");
            if (key < 0)
            {
                path.Append(CultureInfo.InvariantCulture, $"[{~key}]");
            }
            else if (isOfForm)
            {
                AppendFormName(path, key);
            }
            else
            {
                AppendName(path, key);
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
        AppendPrintable(path, name);
        path.Append("\"]");
    }

    private void AppendFormName(StringBuilder path, int field)
    {
        var name = _table.Utf8(field);
        if (name.Length > MaxNameBytes || _maskedNames?.Contains(field) == true)
        {
            path.Append(Masked);
            return;
        }

        path.Append('[');
        AppendPrintable(path, name);
        path.Append(']');
    }

    private static void AppendPrintable(StringBuilder path, ReadOnlySpan<byte> name)
    {
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
    }

    private static bool IsIdentifier(ReadOnlySpan<byte> name) => IsIdentifier(name, "_-$"u8);

    private static bool IsIdentifier(ReadOnlySpan<byte> name, ReadOnlySpan<byte> marks)
    {
        if (name.IsEmpty || char.IsAsciiDigit((char)name[0]) || name[0] == '-')
        {
            return false;
        }

        foreach (var b in name)
        {
            if (!char.IsAsciiLetterOrDigit((char)b) && !marks.Contains(b))
            {
                return false;
            }
        }

        return true;
    }
}
