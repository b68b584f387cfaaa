using System.Text;
using System.Text.Json;
using LumenArgus.Host.Modes;
using LumenArgus.Host.Output;
using LumenArgus.Inspection.Modes;

namespace LumenArgus.Host.Control;

/// <summary>One line of JSON each way, then the connection ends.</summary>
internal static class ControlProtocol
{
    public const string ReloadName = "reload";
    public const string ModeName = "mode";

    public const string PluginsName = "plugins";
    public const string ReloadPluginsName = "plugins_reload";

    public const string ClientsName = "clients";

    public const string Clients = """{"command":"clients"}""";

    public const string Plugins = """{"command":"plugins"}""";

    public const string Reload = """{"command":"reload"}""";

    /// <summary>The request to show the mode, or to switch it.</summary>
    public static string Mode(ProxyMode? mode, TimeSpan? duration) => JsonLine.Write(json =>
    {
        json.WriteString("command", ModeName);
        json.WriteString("mode", mode is { } wanted ? ModeState.NameOf(wanted) : null);
        if (duration is { } lasting)
        {
            json.WriteNumber("for_seconds", (long)lasting.TotalSeconds);
        }
    });

    /// <summary>The request to look through the extension folders, and to load a plugin anew whatever has changed.</summary>
    public static string ReloadPlugins(string? id) => JsonLine.Write(json =>
    {
        json.WriteString("command", ReloadPluginsName);
        json.WriteString("plugin", id);
    });

    /// <summary>Reads a request; null if it is none.</summary>
    public static ControlRequest? TryParse(string? request)
    {
        if (request is null)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(request);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || Text(root, "command") is not { } name)
            {
                return null;
            }

            var seconds = Member(root, "for_seconds");
            if (seconds is not null && !(seconds.Value.TryGetInt64(out var number) && number > 0 && number <= Duration.Longest.TotalSeconds))
            {
                return null;
            }

            return new ControlRequest(name, Text(root, "mode"), seconds?.GetInt64()) { Plugin = Text(root, "plugin") };
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement root, string name) => Member(root, name)?.GetString();

    private static JsonElement? Member(JsonElement root, string name) =>
        root.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? member : null;

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
