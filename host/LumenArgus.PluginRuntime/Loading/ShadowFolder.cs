namespace LumenArgus.PluginRuntime.Loading;

/// <summary>
/// The copy of a plugin's folder that is loaded. Held by a shared lock on a file beside it, so that another host process with the same data
/// folder does not delete it as stale. Disposing lets go of the lock and leaves the files: a dll may still be mapped.
/// </summary>
internal sealed class ShadowFolder(string path, FileStream heldLock) : IDisposable
{
    public string Path { get; } = path;

    /// <summary>Hash of its content, which is its name.</summary>
    public string ContentHash { get; } = System.IO.Path.GetFileName(path);

    public void Dispose() => heldLock.Dispose();
}
