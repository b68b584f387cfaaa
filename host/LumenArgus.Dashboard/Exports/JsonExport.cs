using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace LumenArgus.Dashboard.Exports;

/// <summary>Rows as a file with one JSON array, sent as they are read.</summary>
internal sealed class JsonExport<T>(string name, IAsyncEnumerable<T> rows, Action<Utf8JsonWriter, T> write) : IResult
{
    private const int FlushBytes = 64 * 1024;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        // The first row is read before the first byte is sent: what cannot be read at all is an error and no file.
        await using var reader = rows.GetAsyncEnumerator(httpContext.RequestAborted);
        var hasRow = await reader.MoveNextAsync();
        Attachment.Begin(httpContext.Response, name + ".json", "application/json");
        await using var json = new Utf8JsonWriter(httpContext.Response.BodyWriter);
        json.WriteStartArray();
        for (; hasRow; hasRow = await reader.MoveNextAsync())
        {
            write(json, reader.Current);
            if (json.BytesPending > FlushBytes)
            {
                await json.FlushAsync(httpContext.RequestAborted);
                await httpContext.Response.BodyWriter.FlushAsync(httpContext.RequestAborted);
            }
        }

        json.WriteEndArray();
        await json.FlushAsync(httpContext.RequestAborted);
    }
}
