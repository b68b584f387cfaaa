namespace LumenArgus.Testing.Processes;

/// <summary>An empty folder of its own for one test, gone at the end of it.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("lumen-argus-test-").FullName;

    /// <summary>A path below the folder; its parent folder is created.</summary>
    public string File(params ReadOnlySpan<string> parts)
    {
        var path = System.IO.Path.Combine([Path, .. parts]);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        return path;
    }

    /// <summary>A folder below the folder, created.</summary>
    public string Folder(params ReadOnlySpan<string> parts) => Directory.CreateDirectory(System.IO.Path.Combine([Path, .. parts])).FullName;

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A process that is just ending may still write; a leftover in the temporary folder must not fail a test.
        }
    }
}
