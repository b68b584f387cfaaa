using LumenArgus.Inspection.Reloading;

namespace LumenArgus.Host.Reloading;

/// <summary>
/// Runs reloads one after the other. Who asks while one runs may have changed the files after that one read them, so it needs another run; all who
/// ask meanwhile share that one.
/// </summary>
/// <param name="run">One reload; never throws.</param>
internal sealed class ReloadQueue(Func<ReloadScope, CancellationToken, Task<ReloadReport>> run) : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stopping = new();
    private Task<ReloadReport>? _running;
    private Task<ReloadReport>? _next;
    private ReloadScope _nextScope;

    /// <summary>Asks for a reload of everything that begins from now on.</summary>
    public Task<ReloadReport> RequestAsync() => RequestAsync(ReloadScope.All);

    /// <summary>Asks for a reload that begins from now on.</summary>
    public Task<ReloadReport> RequestAsync(ReloadScope scope)
    {
        lock (_lock)
        {
            _nextScope = scope > _nextScope ? scope : _nextScope;
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

        ReloadScope scope;
        lock (_lock)
        {
            _running = _next;
            _next = null;
            scope = _nextScope;
            _nextScope = ReloadScope.Rules;
        }

        return await run(scope, _stopping.Token);
    }
}
