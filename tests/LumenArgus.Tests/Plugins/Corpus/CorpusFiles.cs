using System.Security.Cryptography;
using System.Text;

namespace LumenArgus.Tests.Plugins.Corpus;

/// <summary>The text files of the corpus, in an order that is the same on every machine.</summary>
internal sealed class CorpusFiles
{
    private static readonly HashSet<string> Text = new(StringComparer.OrdinalIgnoreCase)
    {
        "", ".cjs", ".css", ".cts", ".html", ".js", ".json", ".map", ".md", ".mjs", ".mts", ".nuspec", ".props", ".scss", ".sh", ".targets", ".ts", ".tsx", ".txt", ".xml", ".yaml", ".yml",
    };

    private CorpusFiles((string Name, string Path)[] files) => All = files;

    /// <summary>Names with forward slashes, relative to the folder of the packages, and full paths.</summary>
    public IReadOnlyList<(string Name, string Path)> All { get; }

    public static CorpusFiles Find()
    {
        var npm = Under(Path.Combine(CorpusPaths.Folder, "node_modules"), "");
        var nuget = NuGetDocumentation.Packages.SelectMany(package => Under(Path.Combine(CorpusPaths.NuGet, package), package + "/"));
        return new CorpusFiles([.. npm.Concat(nuget).OrderBy(file => file.Name, StringComparer.Ordinal)]);
    }

    /// <summary>SHA-256 over names and contents.</summary>
    public string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, path) in All)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(path)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // What npm writes beside the packages depends on the machine.
    private static IEnumerable<(string Name, string Path)> Under(string folder, string prefix) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => Text.Contains(Path.GetExtension(path)))
            .Select(path => (prefix + Path.GetRelativePath(folder, path).Replace('\\', '/'), path))
            .Where(file => !file.Item1.StartsWith(".bin/", StringComparison.Ordinal) && !file.Item1.StartsWith(".package-lock", StringComparison.Ordinal));
}
