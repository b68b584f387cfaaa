using System.Data;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LumenArgus.Storage.Database;

/// <summary>Texts of a result in which a few values come again and again: each is made a string once, which is most of what reading such rows costs.</summary>
internal sealed class RepeatedText
{
    private const int MaxBytes = 256;

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public RepeatedText() => _lookup = _known.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The driver's own reader in that of a query, which this class reads. The outer one is to be disposed: it has the statement.</summary>
    /// <param name="result">What <c>ExecuteReader</c> gave.</param>
    public static SqliteDataReader RowsOf(IDataReader result) => (SqliteDataReader)((IWrappedDataReader)result).Reader;

    /// <summary>The text of a column.</summary>
    /// <param name="row">At a row.</param>
    /// <param name="column">From 0; of type TEXT and not NULL.</param>
    public string Of(SqliteDataReader row, int column)
    {
        var utf8 = raw.sqlite3_column_blob(row.Handle, column);
        if (utf8.Length > MaxBytes)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        Span<char> text = stackalloc char[MaxBytes];
        text = text[..Encoding.UTF8.GetChars(utf8, text)];
        if (!_lookup.TryGetValue(text, out var known))
        {
            known = text.ToString();
            _known.Add(known);
        }

        return known;
    }
}
