using System.Collections.Frozen;

namespace LumenArgus.Dashboard.Pages;

/// <summary>The files of the web app, which are in this assembly.</summary>
internal sealed class UiFiles
{
    private const string Prefix = "dashboard-ui/";
    private const string Index = "index.html";

    private readonly FrozenDictionary<string, UiFile> _files;

    public UiFiles()
    {
        var assembly = typeof(UiFiles).Assembly;
        _files = assembly.GetManifestResourceNames().Where(static name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name =>
        {
            using var resource = assembly.GetManifestResourceStream(name)!;
            var content = new byte[resource.Length];
            resource.ReadExactly(content);
            return new UiFile(name[Prefix.Length..], content);
        }).ToFrozenDictionary(static file => file.Path, StringComparer.Ordinal);
        Start = _files.GetValueOrDefault(Index) ?? new UiFile(Index, "<!doctype html><title>LumenArgus</title><p>This build has no dashboard page; the API is at /api/v1.</p>"u8.ToArray());
    }

    /// <summary>The page itself.</summary>
    public UiFile Start { get; }

    /// <summary>All files but the page.</summary>
    public IEnumerable<UiFile> Others => _files.Values.Where(static file => file.Path != Index);
}
