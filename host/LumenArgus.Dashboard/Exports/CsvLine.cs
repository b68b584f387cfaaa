using System.Buffers;
using System.Globalization;
using System.Text;

namespace LumenArgus.Dashboard.Exports;

/// <summary>
/// A row of CSV (RFC 4180). A cell that a spreadsheet would take for a formula gets an apostrophe in front: locations, models and folders are whatever somebody sent.
/// </summary>
internal static class CsvLine
{
    // Some spreadsheets split at semicolons and tabs too.
    private static readonly SearchValues<char> NeedsQuotes = SearchValues.Create(",;\t\"\r\n");

    private static readonly SearchValues<char> StartsFormula = SearchValues.Create("=+-@\t\r\n＝＋－＠");

    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Of(IEnumerable<string> cells)
    {
        var line = new StringBuilder();
        var separator = "";
        foreach (var cell in cells)
        {
            Append(line.Append(separator), cell);
            separator = ",";
        }

        return line.Append("\r\n").ToString();
    }

    private static void Append(StringBuilder line, string cell)
    {
        var isFormula = cell.Length > 0 && StartsFormula.Contains(cell[0]) && !double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
        var text = new string([.. cell.Where(static character => !char.IsControl(character) || character is '\t' or '\r' or '\n')]);
        text = isFormula ? "'" + text : text;
        if (text.AsSpan().ContainsAny(NeedsQuotes))
        {
            line.Append('"').Append(text.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }
        else
        {
            line.Append(text);
        }
    }
}
