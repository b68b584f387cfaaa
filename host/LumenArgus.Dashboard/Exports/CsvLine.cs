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

    private static readonly SearchValues<char> StartsFormula = SearchValues.Create("=+-@＝＋－＠");

    private static readonly SearchValues<char> Unseen = SearchValues.Create([.. Enumerable.Range(0, char.MaxValue + 1).Select(static code => (char)code).Where(static character =>
        char.IsWhiteSpace(character) || char.GetUnicodeCategory(character) is UnicodeCategory.Format)]);

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
        var text = new string([.. cell.Where(static character => !char.IsControl(character) || character is '\t' or '\r' or '\n')]);
        text = IsFormula(text) ? "'" + text : text;
        if (text.AsSpan().ContainsAny(NeedsQuotes))
        {
            line.Append('"').Append(text.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }
        else
        {
            line.Append(text);
        }
    }

    // Of what is written: some spreadsheets leave out blanks and what cannot be seen before they look.
    private static bool IsFormula(string text)
    {
        var first = text.AsSpan().IndexOfAnyExcept(Unseen);
        return (first >= 0 && StartsFormula.Contains(text[first]) && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            || text is ['\t' or '\r' or '\n', ..];
    }
}
