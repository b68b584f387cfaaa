using System.Text;
using System.Text.Json;

namespace LumenArgus.Host.Control;

/// <summary>One line of JSON each way, then the connection ends.</summary>
internal static class ControlProtocol
{
    public const string Reload = """{"command":"reload"}""";

    /// <summary>The name of the command in a request; null if it is none.</summary>
    public static string? CommandOf(string? request)
    {
        if (request is null)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(request);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("command", out var command)
                && command.ValueKind == JsonValueKind.String
                ? command.GetString()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Reads a line of bounded length.</summary>
    /// <returns>Null if it ends before its end or is too long.</returns>
    public static async Task<string?> ReadLineAsync(Stream stream, int maxBytes, CancellationToken cancellationToken)
    {
        var line = new MemoryStream();
        var buffer = new byte[4096];
        while (line.Length <= maxBytes)
        {
            var read = await stream.ReadAsync(buffer, cancellationToken);
            if (read == 0)
            {
                return null;
            }

            var end = buffer.AsSpan(0, read).IndexOf((byte)'\n');
            line.Write(buffer.AsSpan(0, end < 0 ? read : end));
            if (end >= 0)
            {
                return Encoding.UTF8.GetString(line.GetBuffer().AsSpan(0, (int)line.Length));
            }
        }

        return null;
    }

    public static async Task WriteLineAsync(Stream stream, string line, CancellationToken cancellationToken) =>
        await stream.WriteAsync(Encoding.UTF8.GetBytes(line + "\n"), cancellationToken);
}
