using System.Globalization;
using System.Text;
using LumenArgus.PluginRuntime.Manifests;

namespace LumenArgus.Host.Reloading;

/// <summary>
/// For the development of plugins: reloads when a <c>plugin.json</c> in the extension folders has come, gone or changed, and nothing has moved since the look before. A build writes
/// that file last. It looks twice a second instead of being told: folders that are renamed into place, links and network drives are seen alike.
/// </summary>
internal sealed class ExtensionWatch : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private readonly IReadOnlyList<string> _folders;
    private readonly Func<Task> _reload;
    private readonly ITimer _timer;
    private string _inUse;
    private string _last;

    /// <summary>Takes what is there now for what is in use.</summary>
    /// <param name="folders">The extension folders.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="reload">Asks for a reload; never throws.</param>
    public ExtensionWatch(IReadOnlyList<string> folders, TimeProvider clock, Func<Task> reload)
    {
        _folders = folders;
        _reload = reload;
        _inUse = _last = Read();
        _timer = clock.CreateTimer(static watch => ((ExtensionWatch)watch!).Look(), this, Interval, Timeout.InfiniteTimeSpan);
    }

    public ValueTask DisposeAsync() => _timer.DisposeAsync();

    private void Look()
    {
        var now = Read();
        if (now == _last && now != _inUse)
        {
            _inUse = now;
            _ = _reload();
        }

        _last = now;
        _timer.Change(Interval, Timeout.InfiniteTimeSpan);
    }

    private string Read()
    {
        var seen = new StringBuilder();
        foreach (var folder in _folders)
        {
            try
            {
                foreach (var plugin in new DirectoryInfo(folder).EnumerateDirectories().Where(static each => !each.Name.StartsWith('.')).OrderBy(static each => each.Name, StringComparer.Ordinal))
                {
                    var manifest = new FileInfo(Path.Combine(plugin.FullName, PluginManifest.FileName));
                    if (manifest.Exists)
                    {
                        seen.Append(CultureInfo.InvariantCulture, $"{plugin.FullName}|{plugin.CreationTimeUtc.Ticks}|{manifest.LastWriteTimeUtc.Ticks}|{manifest.Length}\n");
                    }
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // Not there, or on the way: the next look sees it.
            }
        }

        return seen.ToString();
    }
}
