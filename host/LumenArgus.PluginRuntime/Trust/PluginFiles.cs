using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using LumenArgus.PluginRuntime.Loading;

namespace LumenArgus.PluginRuntime.Trust;

/// <summary>The files of a plugin's folder with the hash of each: what a signature says, and what came with the product.</summary>
internal static class PluginFiles
{
    // Says what is signed, so that a signature for something else never fits.
    private const string Title = "lumen-argus plugin files 1\n";

    /// <summary>Hashes of all files but the signature, by path with forward slashes.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public static ImmutableSortedDictionary<string, string> Read(string folder)
    {
        var files = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var file in ShadowStore.Files(folder))
        {
            var name = file.Replace(Path.DirectorySeparatorChar, '/');
            if (name != PluginSignature.FileName)
            {
                using var stream = File.OpenRead(Path.Combine(folder, file));
                files.Add(name, Convert.ToHexStringLower(SHA256.HashData(stream)));
            }
        }

        return files.ToImmutable();
    }

    /// <summary>The bytes that are signed: one line for each file, in the order of their names.</summary>
    public static byte[] Canonical(ImmutableSortedDictionary<string, string> files)
    {
        var text = new StringBuilder(Title);
        foreach (var (name, hash) in files)
        {
            text.Append(hash).Append("  ").Append(name).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>What differs between what is there and what should be.</summary>
    /// <returns>Null if nothing does.</returns>
    public static string? Difference(ImmutableSortedDictionary<string, string> found, ImmutableSortedDictionary<string, string> listed)
    {
        foreach (var (name, hash) in listed)
        {
            if (!found.TryGetValue(name, out var now))
            {
                return $"{name} is missing";
            }

            if (now != hash)
            {
                return $"{name} was changed";
            }
        }

        return found.Keys.FirstOrDefault(name => !listed.ContainsKey(name)) is { } more ? $"{more} was added" : null;
    }
}
