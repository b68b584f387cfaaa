using LumenArgus.Inspection.Reloading;

namespace LumenArgus.Host.Reloading;

/// <summary>
/// Runs reloads one after the other. Who asks while one runs may have changed the files after that one read them, so it needs another run; all who
/// ask meanwhile share that one.
/// </summary>
/// <param name="run">One reload; never throws.</param>
internal sealed class ReloadQueue(Func<ReloadRequest, CancellationToken, Task<ReloadReport>> run) : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stopping = new();
    private Task<ReloadReport>? _running;
    private Task<ReloadReport>? _next;
    private ReloadRequest _nextRequest = ReloadRequest.Least;

    /// <summary>Asks for a reload of everything that begins from now on.</summary>
    public Task<ReloadReport> RequestAsync() => RequestAsync(ReloadScope.All);

    /// <summary>Asks for a reload that begins from now on.</summary>
    public Task<ReloadReport> RequestAsync(ReloadScope scope) => RequestAsync(new ReloadRequest(scope, []));

    /// <summary>Asks for a reload that begins from now on.</summary>
    public Task<ReloadReport> RequestAsync(ReloadRequest request)
    {
        lock (_lock)
        {
            _nextRequest = _nextRequest.With(request);
            var before = _running;
            return _next ??= Task.Run(() => RunAfterAsync(before));
        }
    }

    /// <summary>Ends what runs and waits for it; who asks later is told by the run that its token is cancelled.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        Task[] open;
        lock (_lock)
        {
            open = [_running ?? Task.CompletedTask, _next ?? Task.CompletedTask];
        }

        await Task.WhenAll(open);
    }

    private async Task<ReloadReport> RunAfterAsync(Task? before)
    {
        if (before is not null)
        {
            await before;
        }

        ReloadRequest request;
        lock (_lock)
        {
            _running = _next;
            _next = null;
            request = _nextRequest;
            _nextRequest = ReloadRequest.Least;
        }

        return await run(request, _stopping.Token);
    }
}
