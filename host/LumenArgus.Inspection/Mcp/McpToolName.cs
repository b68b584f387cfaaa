using System.Globalization;
using System.Text;

namespace LumenArgus.Inspection.Mcp;

/// <summary>Names of tools as people see them: short, and without anything that could steer a terminal.</summary>
public static class McpToolName
{
    private const int MaxLength = 128;

    /// <summary>Makes a name fit to be shown.</summary>
    /// <param name="name">The name; empty for a call that names none.</param>
    /// <returns>What to show.</returns>
    public static string Shown(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length == 0)
        {
            return "(unnamed)";
        }

        var text = new StringBuilder(Math.Min(name.Length, MaxLength) + 1);
        foreach (var rune in name.EnumerateRunes())
        {
            if (text.Length >= MaxLength)
            {
                return text.Append('…').ToString();
            }

            text.Append(Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator ? "?" : rune.ToString());
        }

        return text.ToString();
    }
}
