using System.Text;

namespace LumenArgus.Scanning.Fields;

/// <summary>
/// The arguments of tools that a body calls by the Model Context Protocol: their role, their place (<c>mcp.tools/call.write_file.arguments.path</c>), and whether
/// they are left out. To be told before anything is asked of the document.
/// </summary>
public sealed partial class BodyDocument
{
    private const string ArgumentsOf = "mcp.tools/call.";

    // The container of the arguments, and the field of the tool's name; ~0 where it has none.
    private Dictionary<int, int>? _arguments;
    private HashSet<int>? _toolNames;
    private StructList<Range> _leftOut = new(0);

    internal void NoteArguments(int container, int toolName)
    {
        (_arguments ??= []).Add(container, toolName);
        (_toolNames ??= []).Add(toolName);
    }

    /// <summary>Leaves the arguments out: what stands in them is neither scanned nor told.</summary>
    public void LeaveOutArguments()
    {
        // Their order is that of the body, and none stands in another.
        foreach (var container in (_arguments?.Keys ?? Enumerable.Empty<int>()).Order())
        {
            _leftOut.Add(new Range(_table.Containers[container].Start, _table.Containers[container].End));
        }
    }

    internal bool LeavesOutTexts => _leftOut.Count > 0;

    /// <summary>Whether a field of the body itself is left out.</summary>
    internal bool IsLeftOut(int field)
    {
        var start = _table.Fields[field].RawStart;
        var (low, high) = (0, _leftOut.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            ref readonly var range = ref _leftOut[middle];
            if (start < range.Start.Value)
            {
                high = middle - 1;
            }
            else if (start >= range.End.Value)
            {
                low = middle + 1;
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    private bool IsArguments(int container) => _arguments?.ContainsKey(container) == true;

    private bool IsToolName(int field) => _toolNames?.Contains(field) == true;

    private void AppendArguments(StringBuilder path, int container)
    {
        path.Append(ArgumentsOf);
        var name = _arguments![container];
        var text = name < 0 ? default : _table.Utf8(name);
        if (text.IsEmpty || text.Length > MaxNameBytes || !IsIdentifier(text, "_-./"u8) || _maskedNames?.Contains(name) == true)
        {
            path.Append(Masked);
        }
        else
        {
            path.Append(Encoding.ASCII.GetString(text));
        }

        path.Append(".arguments");
    }
}
