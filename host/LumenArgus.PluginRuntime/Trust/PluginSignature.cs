using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;

namespace LumenArgus.PluginRuntime.Trust;

/// <summary>The file <c>plugin.sig</c> of a plugin's folder: who vouches for which files.</summary>
/// <param name="KeyId">Names the key.</param>
/// <param name="Files">Hashes of all files, by path.</param>
/// <param name="Signature">Over their canonical list.</param>
public sealed record PluginSignature(string KeyId, ImmutableSortedDictionary<string, string> Files, ImmutableArray<byte> Signature)
{
    /// <summary>Its name.</summary>
    public const string FileName = "plugin.sig";

    private const string Algorithm = "ecdsa-p256-sha256";
    private const long MaxBytes = 4 * 1024 * 1024;

    /// <summary>Signs the files of a folder and writes the signature beside them.</summary>
    /// <param name="folder">The plugin's folder.</param>
    /// <param name="key">The private key.</param>
    /// <returns>The signature.</returns>
    /// <exception cref="IOException">The folder cannot be read or written.</exception>
    public static PluginSignature Sign(string folder, ECDsa key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var files = PluginFiles.Read(folder);
        var signature = new PluginSignature(PluginKey.Of(key).Id, files, [.. key.SignData(PluginFiles.Canonical(files), HashAlgorithmName.SHA256)]);
        var place = Path.Combine(folder, FileName);
        var beside = place + ".new";
        using (var stream = File.Create(beside))
        {
            signature.Write(stream);
        }

        File.Move(beside, place, overwrite: true);
        return signature;
    }

    /// <summary>Reads the signature of a folder.</summary>
    /// <param name="folder">The plugin's folder.</param>
    /// <param name="problem">Why there is none to read.</param>
    /// <returns>Null if there is none to read.</returns>
    public static PluginSignature? TryRead(string folder, out string problem)
    {
        var file = new FileInfo(Path.Combine(folder, FileName));
        if (!file.Exists)
        {
            problem = "is not signed";
            return null;
        }

        problem = $"{FileName} is none of this product's";
        try
        {
            if (file.Length > MaxBytes)
            {
                return null;
            }

            using var document = JsonDocument.Parse(File.ReadAllBytes(file.FullName), new JsonDocumentOptions { MaxDepth = 4 });
            var root = document.RootElement;
            if (root.GetProperty("schema").GetInt32() != 1 || root.GetProperty("algorithm").GetString() != Algorithm)
            {
                return null;
            }

            return new PluginSignature(
                root.GetProperty("key_id").GetString() ?? "",
                root.GetProperty("files").EnumerateObject().ToImmutableSortedDictionary(static each => each.Name, static each => each.Value.GetString() ?? "", StringComparer.Ordinal),
                [.. root.GetProperty("signature").GetBytesFromBase64()]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Holds the files of a folder against it.</summary>
    /// <param name="folder">The plugin's folder.</param>
    /// <param name="trusted">The keys that count.</param>
    /// <returns>What is wrong; null if a trusted key vouches for exactly these files.</returns>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public string? ProblemOf(string folder, IEnumerable<PluginKey> trusted)
    {
        var keys = trusted.Where(key => key.Id == KeyId).ToList();
        if (keys.Count == 0)
        {
            return $"is signed with the key {Shown(KeyId)}, which is not among plugins.trusted_keys";
        }

        if (!keys.Exists(key => key.Verifies(PluginFiles.Canonical(Files), [.. Signature])))
        {
            return $"{FileName} is not by the key {Shown(KeyId)}";
        }

        return PluginFiles.Difference(PluginFiles.Read(folder), Files) is { } difference ? $"{difference} since it was signed" : null;
    }

    private static string Shown(string text) => new([.. text.Take(32).Select(static character => char.IsAsciiLetterOrDigit(character) ? character : '?')]);

    private void Write(Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteNumber("schema", 1);
        json.WriteString("algorithm", Algorithm);
        json.WriteString("key_id", KeyId);
        json.WriteStartObject("files");
        foreach (var (name, hash) in Files)
        {
            json.WriteString(name, hash);
        }

        json.WriteEndObject();
        json.WriteBase64String("signature", [.. Signature]);
        json.WriteEndObject();
    }
}
