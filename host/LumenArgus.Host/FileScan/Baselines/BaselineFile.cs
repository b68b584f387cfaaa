using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using LumenArgus.Host.FileScan.Inputs;

namespace LumenArgus.Host.FileScan.Baselines;

/// <summary>Reads and writes baseline files. Version 1 is the original's, version 2 ours: it says how its values are hashed.</summary>
internal static class BaselineFile
{
    private const string Version = "2";

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="problem">What is wrong with it; null if nothing is. Then the baseline is empty.</param>
    public static Baseline Read(string path, out string? problem)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            problem = null;
            return ReadRoot(document.RootElement);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problem = $"cannot be read: {FileProblem.Of(path, exception)}";
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            problem = "is not a baseline file";
        }

        return Baseline.Empty;
    }

    /// <summary>Writes a file, replacing one that is there only when the new one is complete.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be written.</exception>
    public static void Write(string path, ValueHash hash, IReadOnlyCollection<BaselineEntry> entries, TimeProvider clock)
    {
        if (Directory.Exists(path))
        {
            // Before anything is written beside it.
            throw new IOException(FileProblem.Folder);
        }

        var written = path + ".new";
        try
        {
            WriteNew(written, hash, entries, clock);
            File.Move(written, path, overwrite: true);
        }
        finally
        {
            // Where the disk is full, half of one would stay beside it, to be committed by somebody.
            File.Delete(written);
        }
    }

    private static void WriteNew(string path, ValueHash hash, IReadOnlyCollection<BaselineEntry> entries, TimeProvider clock)
    {
        using var stream = File.Create(path);
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("version", Version);
        json.WriteString("generated_at", clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        json.WriteNumber("count", entries.Count);
        json.WriteStartObject("hash");
        json.WriteString("name", ValueHash.Name);
        json.WriteNumber("iterations", hash.Iterations);
        json.WriteString("salt", hash.Salt);
        json.WriteEndObject();
        json.WriteStartArray("findings");
        foreach (var entry in entries)
        {
            json.WriteStartObject();
            json.WriteString("detector", entry.Detector);
            json.WriteString("type", entry.Type);
            json.WriteString("file", entry.File);
            json.WriteString("value_hash", entry.ValueHash);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static Baseline ReadRoot(JsonElement root)
    {
        var hash = ValueHash.Plain;
        if (root.TryGetProperty("hash", out var method))
        {
            hash = method.GetProperty("name").GetString() == ValueHash.Name
                ? ValueHash.From(method.GetProperty("salt").GetString() ?? "", method.GetProperty("iterations").GetInt32())
                : throw new FormatException("an unknown hash");
        }

        return new Baseline(hash, [.. root.GetProperty("findings").EnumerateArray().Select(static entry => new BaselineEntry(
            Text(entry, "detector"), Text(entry, "type"), Text(entry, "file"), Text(entry, "value_hash").ToLowerInvariant()))]);
    }

    private static string Text(JsonElement entry, string name) => entry.GetProperty(name).GetString() ?? throw new FormatException($"{name} is null");
}
