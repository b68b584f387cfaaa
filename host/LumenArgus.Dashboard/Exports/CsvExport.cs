using System.Text;
using Microsoft.AspNetCore.Http;

namespace LumenArgus.Dashboard.Exports;

/// <summary>Rows as a file of CSV, sent as they are read.</summary>
internal sealed class CsvExport<T>(string name, IReadOnlyList<(string Name, Func<T, string> Value)> columns, IAsyncEnumerable<T> rows) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        Attachment.Begin(httpContext.Response, name + ".csv", "text/csv; charset=utf-8");
        await httpContext.Response.WriteAsync(CsvLine.Of(columns.Select(static column => column.Name)), Encoding.UTF8, httpContext.RequestAborted);
        await foreach (var row in rows)
        {
            await httpContext.Response.WriteAsync(CsvLine.Of(columns.Select(column => column.Value(row))), Encoding.UTF8, httpContext.RequestAborted);
        }
    }
}
