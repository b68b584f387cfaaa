using LumenArgus.Testing.Processes;

namespace LumenArgus.FunctionalTests.Notifications;

/// <summary>The file into which the test plugin's notifier writes a line for each message.</summary>
internal sealed class ToldFile : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Path => System.IO.Path.Combine(_folder.Path, "told.txt");

    public async Task UntilAsync(Func<string[], bool> isReached)
    {
        using var limit = Limits.Token();
        while (!isReached(await ReadAsync(limit.Token)))
        {
            await Task.Yield();
        }
    }

    public async Task<string[]> ReadAsync(CancellationToken cancellationToken)
    {
        using var file = new StreamReader(new FileStream(Path, FileMode.OpenOrCreate, FileAccess.Read, FileShare.ReadWrite));
        return (await file.ReadToEndAsync(cancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    public void Dispose() => _folder.Dispose();
}
