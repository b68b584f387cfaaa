using System.Text;
using Microsoft.AspNetCore.Http;

namespace LumenArgus.Dashboard.Exports;

/// <summary>Rows as a file of CSV, sent as they are read.</summary>
internal sealed class CsvExport<T>(string name, IReadOnlyList<(string Name, Func<T, string> Value)> columns, IAsyncEnumerable<T> rows) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        // The first row is read before the first byte is sent: what cannot be read at all is an error and no file.
        await using var reader = rows.GetAsyncEnumerator(httpContext.RequestAborted);
        var hasRow = await reader.MoveNextAsync();
        Attachment.Begin(httpContext.Response, name + ".csv", "text/csv; charset=utf-8");
        await httpContext.Response.WriteAsync(CsvLine.Of(columns.Select(static column => column.Name)), Encoding.UTF8, httpContext.RequestAborted);
        for (; hasRow; hasRow = await reader.MoveNextAsync())
        {
            var row = reader.Current;
            await httpContext.Response.WriteAsync(CsvLine.Of(columns.Select(column => column.Value(row))), Encoding.UTF8, httpContext.RequestAborted);
        }
    }
}
