using System.Text.Json;

namespace LumenArgus.PluginRuntime.Manifests;

/// <summary>Reads and checks <c>plugin.json</c>. Finds all errors at once; runs no code of the plugin.</summary>
public static class PluginManifestReader
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int MaxBytes = 64 * 1024;

    private static ReadOnlySpan<byte> Utf8Bom => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads the manifest of a plugin folder.</summary>
    /// <param name="folder">The plugin's folder.</param>
    /// <returns>The manifest or the errors. A file that cannot be read is an error, not an exception.</returns>
    public static PluginManifestResult Read(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var path = Path.Combine(folder, PluginManifest.FileName);
        byte[] content;
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
            {
                return Failed("plugin.json is missing: move the plugin's complete build output here, plugin.json last");
            }

            if (file.Length > MaxBytes)
            {
                return Failed($"plugin.json has {file.Length} bytes; at most {MaxBytes} are read");
            }

            content = File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Failed($"plugin.json cannot be read: {exception.Message}");
        }

        return Parse(content, folder);
    }

    /// <summary>Checks the content of a manifest.</summary>
    /// <param name="content">UTF-8 JSON.</param>
    /// <param name="folder">The plugin's folder, which the entry must be inside of.</param>
    /// <returns>The manifest or the errors.</returns>
    public static PluginManifestResult Parse(ReadOnlyMemory<byte> content, string folder)
    {
        if (content.Span.StartsWith(Utf8Bom))
        {
            content = content[Utf8Bom.Length..];
        }

        try
        {
            using var document = JsonDocument.Parse(content, new JsonDocumentOptions { MaxDepth = 8 });
            return new ManifestValidation(folder).Check(document.RootElement);
        }
        catch (JsonException exception)
        {
            return Failed($"plugin.json is not valid JSON: line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}");
        }
    }

    private static PluginManifestResult Failed(string error) => new(null, [error]);
}
