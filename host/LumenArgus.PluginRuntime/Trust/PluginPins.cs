using System.Collections.Immutable;
using System.Text.Json;
using LumenArgus.PluginRuntime.Manifests;

namespace LumenArgus.PluginRuntime.Trust;

/// <summary>The file <c>plugins.lock.json</c>: which contents of plugins the operator has accepted. Written by commands only, never by a start.</summary>
/// <param name="ById">The pins.</param>
public sealed record PluginPins(ImmutableSortedDictionary<string, PluginPin> ById)
{
    /// <summary>Its name, in the home of the product.</summary>
    public const string FileName = "plugins.lock.json";

    /// <summary>Nothing is accepted.</summary>
    public static PluginPins None { get; } = new(ImmutableSortedDictionary<string, PluginPin>.Empty.WithComparers(StringComparer.Ordinal));

    /// <summary>Reads the file.</summary>
    /// <param name="path">Where it is; none is an empty one.</param>
    /// <param name="problem">Why it cannot be read.</param>
    /// <returns>Null if it cannot be read.</returns>
    public static PluginPins? TryRead(string path, out string problem)
    {
        problem = "";
        if (!File.Exists(path))
        {
            return None;
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), new JsonDocumentOptions { MaxDepth = 8 });
            var root = document.RootElement;
            if (root.GetProperty("schema").GetInt32() == 1)
            {
                return new PluginPins(root.GetProperty("plugins").EnumerateArray().Select(Read).ToImmutableSortedDictionary(static pin => pin.Id, static pin => pin, StringComparer.Ordinal));
            }

            problem = $"{path} is of another version of the product";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problem = $"{path} cannot be read: {exception.Message}";
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            problem = $"{path} is not as the product wrote it: delete it and accept the plugins again ('lumen-argus plugins trust')";
        }

        return null;
    }

    /// <summary>Accepts a content.</summary>
    /// <param name="manifest">The plugin's manifest.</param>
    /// <param name="contentHash">Hash of its folder.</param>
    /// <returns>The pins with it, in the place of what was accepted of the plugin before.</returns>
    public PluginPins With(PluginManifest manifest, string contentHash)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        return new PluginPins(ById.SetItem(manifest.Id, new PluginPin(manifest.Id, manifest.Version, contentHash, manifest.Capabilities)));
    }

    /// <summary>Forgets a plugin.</summary>
    /// <param name="id">The plugin.</param>
    /// <returns>The pins without it.</returns>
    public PluginPins Without(string id) => new(ById.Remove(id));

    /// <summary>Writes the file, readable by its owner only, whole or not at all.</summary>
    /// <param name="path">Where.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public void Write(string path)
    {
        var beside = path + ".new";
        using (var stream = new FileStream(beside, Options()))
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteNumber("schema", 1);
            json.WriteStartArray("plugins");
            foreach (var pin in ById.Values)
            {
                json.WriteStartObject();
                json.WriteString("id", pin.Id);
                json.WriteString("version", pin.Version);
                json.WriteString("content_hash", pin.ContentHash);
                json.WriteStartArray("capabilities");
                foreach (var capability in pin.Capabilities)
                {
                    json.WriteStringValue(capability);
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        File.Move(beside, path, overwrite: true);
    }

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    private static PluginPin Read(JsonElement pin) => new(
        pin.GetProperty("id").GetString() ?? "",
        pin.GetProperty("version").GetString() ?? "",
        pin.GetProperty("content_hash").GetString() ?? "",
        [.. pin.GetProperty("capabilities").EnumerateArray().Select(static each => each.GetString() ?? "")]);
}
