namespace LumenArgus.Testing.Processes;

/// <summary>
/// A lock between processes: an open file that nobody else may open. The system lets go of it when its process ends, however that ends.
/// </summary>
public sealed class FileLock : IDisposable
{
    // A file lock cannot be waited for, so it is asked for again. Nothing depends on the exact pause.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private readonly FileStream _file;

    private FileLock(FileStream file) => _file = file;

    public static async Task<FileLock> AcquireAsync(string path, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var timer = new PeriodicTimer(Pause);
        while (true)
        {
            try
            {
                return new FileLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException)
            {
                await timer.WaitForNextTickAsync(cancellationToken);
            }
        }
    }

    public void Dispose() => _file.Dispose();
}
